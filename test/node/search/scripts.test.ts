import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDocument, createTextSection } from '../../knowledge/search/small-documents.ts';
import { type BothEngines, openBothEngines } from './both-engines.ts';

const DOCUMENTS = [
  createDocument({
    id: 'japanese',
    title: 'データベースの障害',
    signals: ['接続がタイムアウトしました'],
    sections: createTextSection(
      'データベースの接続プールが枯渇しました。Redis再起動後に復旧。バグではない。',
    ),
  }),
  createDocument({
    id: 'chinese',
    title: '数据库故障',
    sections: createTextSection('应用无法获取新的连接，数据库连接池已满。重启服务后恢复正常。'),
  }),
  createDocument({
    id: 'korean',
    title: '서버 장애',
    sections: createTextSection('데이터베이스 연결 풀이 가득 찼습니다.'),
  }),
  createDocument({
    id: 'german',
    title: 'Der Plattenplatz war außergewöhnlich knapp',
    sections: createTextSection('Die Straße zum Rechenzentrum war gesperrt. Größere Platten fehlten.'),
  }),
  createDocument({
    id: 'other',
    title: 'ディスクの空き容量',
    sections: createTextSection('ログが多すぎる。ＲＡＩＤが壊れた。ハク。'),
  }),
];

let engines: BothEngines;

beforeAll(async () => {
  engines = await openBothEngines(DOCUMENTS);
});
afterAll(() => engines.close());

describe('finds Chinese, Japanese and Korean words', () => {
  test.each([
    ['at the start of a run', 'データベース', 'japanese'],
    ['in the middle of a run', '接続プール', 'japanese'],
    ['at the end of a run', '枯渇', 'japanese'],
    ['in an error text', 'タイムアウト', 'japanese'],
    ['in the middle of a Chinese run', '连接池', 'chinese'],
    ['across Chinese words', '数据库连接', 'chinese'],
    ['after a full stop', '重启', 'chinese'],
    ['in Korean', '데이터베이스', 'korean'],
    ['inside a Korean word', '이터베이', 'korean'],
    ['next to Latin letters', '再起動', 'japanese'],
    ['with Latin letters', 'Redis再起動', 'japanese'],
    ['in half-width Katakana', 'ﾃﾞｰﾀﾍﾞｰｽ', 'japanese'],
    ['in full-width Latin letters', 'ＲＥＤＩＳ', 'japanese'],
    ['that the page has in full width', 'raid', 'other'],
    ['with a length mark that the page omits', 'サーバー', undefined],
    ['in a question', '接続プールが枯渇した理由', 'japanese'],
  ])('%s', async (_, query, id) => {
    const { site, terminal } = await engines.find(query);
    expect(site[0]).toBe(id);
    expect(terminal[0]).toBe(id);
  });

  test('although Pagefind takes letters with other marks for the same', async () => {
    for (const [query, id] of [
      ['バグ', 'japanese'],
      ['ハク', 'other'],
    ]) {
      const { site, terminal } = await engines.find(query ?? '');
      expect(site).toContain(id);
      expect(terminal).toEqual([id]);
    }
  });
});

test('shows CJK text without the spaces of the index', async () => {
  const { site, terminal } = await engines.ask('枯渇');
  for (const { results } of [site, terminal]) {
    const [result] = results;
    expect(result?.title).toBe('データベースの障害');
    const text = result?.passage.map((piece) => piece.text).join('');
    expect(text).toContain('データベースの接続プールが枯渇しました。Redis再起動後');
    expect(result?.passage.find(({ marked }) => marked)?.text).toMatch(/^枯渇/);
  }
});

describe('finds words with ß by ss and the other way round', () => {
  test.each(['straße', 'strasse', 'STRASSE', 'aussergewöhnlich', 'außergewöhnlich', 'groessere', 'größere'])(
    '%s',
    async (query) => {
      expect(await engines.find(query)).toEqual({ site: ['german'], terminal: ['german'] });
    },
  );
});
