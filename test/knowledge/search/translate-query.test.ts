import { describe, expect, test } from 'vitest';
import { createLexicon } from '../../../src/knowledge/search/create-lexicon.ts';
import { ForeignLanguage } from '../../../src/knowledge/search/foreign-language.ts';
import { FOREIGN_WORDS } from '../../../src/knowledge/search/foreign-words.ts';
import { translateQuery } from '../../../src/knowledge/search/translate-query.ts';
import { decodeWordSet, encodeWordSet } from '../../../src/knowledge/search/word-set.ts';
import { createDocument, createTextSection } from './small-documents.ts';

const lexicon = createLexicon([
  createDocument({
    id: 'all',
    title: 'Redis and PostgreSQL',
    sections: createTextSection('The max_connections of eu-west-1. 障害の報告。'),
  }),
]);
const languages = FOREIGN_WORDS.map((words) => new ForeignLanguage(words));
const english = decodeWordSet(encodeWordSet(['vanished', 'people', 'panel', 'sever', 'cable']));
const translate = (query: string, literal: string[] = []) =>
  translateQuery(query, lexicon, { english, languages }, new Set(literal))?.text;

describe('translates the words of operations', () => {
  test.each([
    ['German', 'Der Server ist abgestürzt', 'server crash'],
    ['German without umlauts', 'server ist ueberlastet', 'server overload'],
    ['a German compound', 'Netzwerkausfall im Rechenzentrum', 'network outage data center'],
    ['a German compound with a hyphen', 'Cluster-Knoten antwortet nicht', 'cluster node hang'],
    ['an inflected form', 'abgelaufene Zertifikate', 'certificate expired'],
    ['French', 'la base de données ne répond plus', 'database hang'],
    ['French with a typographic apostrophe', 'la file d’attente est pleine', 'queue full'],
    ['Spanish', 'demasiadas conexiones a PostgreSQL', 'connections PostgreSQL'],
    ['Spanish without accents', 'se perdio la conexion', 'lost connection'],
    ['Portuguese', 'o site está fora do ar', 'website outage'],
    ['Japanese', 'サーバーが落ちた', 'server outage'],
    ['Japanese without a length mark', 'サーバの再起動', 'server restart'],
    ['Japanese next to Latin letters', 'Redisのデータが消えた', 'Redis data loss'],
    [
      'an error message',
      'Auf dem Gerät ist kein Speicherplatz mehr verfügbar',
      'device no space left on device',
    ],
  ])('%s', (_, query, text) => {
    expect(translate(query)).toBe(text);
  });
});

describe('leaves alone', () => {
  test.each([
    ['English', 'people vanished from the panel'],
    ['an English question with words that other languages have, too', 'the last red cable of the site'],
    ['names', 'Redis max_connections eu-west-1'],
    ['words of the pages', 'postgresql'],
    ['nothing', ''],
  ])('%s', (_, query) => {
    expect(translate(query)).toBeUndefined();
  });

  test('words whose translation was undone', () => {
    expect(translate('Netzwerkausfall', ['netzwerkausfall'])).toBeUndefined();
  });
});

test('translates single words in an English question', () => {
  expect(translate('Stromausfall in eu-west-1 for people')).toBe('power outage in eu-west-1 for people');
});

test('puts the English word that the pages have in front', () => {
  const { translations } =
    translateQuery(
      'サーバー障害',
      createLexicon([createDocument({ id: 'a', title: 'Downtime of a server' })]),
      {
        languages,
      },
    ) ?? {};
  expect(translations?.map(({ typed, names }) => [typed, names[0]])).toEqual([
    ['サーバ', 'server'],
    ['障害', 'downtime'],
  ]);
});

describe('knows the words of operations', () => {
  const WORDS: Record<string, string[]> = {
    de: [
      'ausgefallen',
      'langsam',
      'voll',
      'abgelaufen',
      'neustart',
      'fehler',
      'gelöscht',
      'gesperrt',
      'speicher',
    ],
    fr: ['panne', 'lent', 'plein', 'expiré', 'redémarrer', 'erreur', 'supprimé', 'bloqué', 'mémoire'],
    es: ['caído', 'lento', 'lleno', 'caducado', 'reiniciar', 'errores', 'borrado', 'bloqueado', 'memoria'],
    pt: ['fora do ar', 'lento', 'cheio', 'expirado', 'reiniciar', 'erro', 'apagado', 'travado', 'memória'],
    ja: ['停止', '遅い', '満杯', '期限切れ', '再起動', 'エラー', '削除', 'ロック', 'メモリ'],
  };
  test.each(FOREIGN_WORDS.map(({ code }) => code))('%s', (code) => {
    for (const word of WORDS[code] ?? []) expect([word, translate(word)]).not.toEqual([word, undefined]);
  });

  test.each(FOREIGN_WORDS)('at least 150 entries, $code', ({ entries }) => {
    const lines = entries.trim().split('\n');
    expect(lines.length).toBeGreaterThan(150);
    for (const line of lines) expect(line).toMatch(/^[\w\s,./'-]+ = \S.*$/);
  });
});
