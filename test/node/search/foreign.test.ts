import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDocument, createTextSection } from '../../knowledge/search/small-documents.ts';
import { type BothEngines, openBothEngines } from './both-engines.ts';

const DOCUMENTS = [
  createDocument({
    id: 'disk',
    title: 'A full disk stops the mail server',
    signals: ['write error: No space left on device'],
  }),
  createDocument({
    id: 'certificate',
    title: 'An expired certificate locks customers out',
    sections: createTextSection('Nobody could log in after the certificate had expired.'),
  }),
  createDocument({
    id: 'queue',
    title: 'A queue is stuck',
    sections: createTextSection('The jobs in the queue were waiting, and the database was slow.'),
  }),
  createDocument({
    id: 'power',
    title: 'Power outage in the data center',
    sections: createTextSection('All servers restart after the power failure.'),
  }),
  createDocument({
    id: 'german',
    title: 'Die Warteschlange läuft voll',
    sections: createTextSection('Eine Seite in der Sprache des Hauses.'),
  }),
];

let engines: BothEngines;

beforeAll(async () => {
  engines = await openBothEngines(DOCUMENTS);
});
afterAll(() => engines.close());

describe('a question in another language finds English pages', () => {
  test.each([
    ['Festplatte voll', 'disk'],
    ['le disque est plein', 'disk'],
    ['no queda espacio en el disco', 'disk'],
    ['disco cheio', 'disk'],
    ['ディスクの空き容量不足', 'disk'],
    ['Zertifikat abgelaufen', 'certificate'],
    ['certificat expiré', 'certificate'],
    ['el certificado ha caducado', 'certificate'],
    ['certificado vencido', 'certificate'],
    ['証明書の期限切れ', 'certificate'],
    ["file d'attente bloquée", 'queue'],
    ['la cola está atascada', 'queue'],
    ['a fila está travada', 'queue'],
    ['キューが詰まっている', 'queue'],
    ['Stromausfall im Rechenzentrum', 'power'],
    ['coupure de courant', 'power'],
    ['corte de luz en el centro de datos', 'power'],
    ['queda de energia', 'power'],
    ['停電', 'power'],
  ])('%s', async (query, id) => {
    const { site, terminal } = await engines.find(query);
    expect(site[0]).toBe(id);
    expect(terminal[0]).toBe(id);
  });
});

test('a question in the language of a page finds that page, and English ones', async () => {
  const { site, terminal } = await engines.find('Warteschlange voll');
  expect(site.slice(0, 2).sort()).toEqual(['german', 'queue']);
  expect(terminal.slice(0, 2).sort()).toEqual(['german', 'queue']);
});

test('reports the English words', async () => {
  const { site } = await engines.ask('Zertifikat abgelaufen');
  expect(site.inOtherWords).toEqual([{ typed: 'Zertifikat abgelaufen', names: ['certificate expired'] }]);
  expect(site.corrections).toEqual([]);
});

test('an ordinary English word is not corrected into a word of the pages', async () => {
  const { site, terminal } = await engines.ask('the male queue is blank');
  for (const { corrections, unknown } of [site, terminal]) {
    expect(corrections).toEqual([]);
    expect(unknown).toEqual(['male', 'blank']);
  }
});
