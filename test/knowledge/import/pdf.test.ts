import { readFile } from 'node:fs/promises';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { importShape } from './import-shapes.ts';

type Draw = (document: PDFKit.PDFDocument) => void;

function createPdf(draw: Draw, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const document = new PDFDocument({ size: 'A5', ...options });
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    draw(document);
    document.end();
  });
}

const importPdf = async (draw: Draw, options?: PDFKit.PDFDocumentOptions) =>
  importShape('report.pdf', await createPdf(draw, options), { format: 'pdf' });

describe('the text of a PDF', () => {
  test('has headings by their size, paragraphs and lists', async () => {
    const { body, fields } = await importPdf((pdf) => {
      pdf.fontSize(20).text('Mail is late').moveDown();
      pdf.fontSize(14).text('Background').fontSize(10);
      pdf
        .text('All mail of the shop took about an hour longer than usual, and nobody was told before noon.')
        .moveDown();
      pdf.text('1. Free the disk').text('2. Restart the relay').moveDown();
      pdf.fontSize(14).text('Fix').fontSize(10).text('A larger disk.');
    });
    expect(fields).toMatch(/^title: Mail is late$/m);
    expect(body).toBe(
      '## Background\n\nAll mail of the shop took about an hour longer than usual, and nobody was told before noon.\n\n1. Free the disk\n2. Restart the relay\n\n## Fix\n\nA larger disk.',
    );
  });

  test('is struck out by a line at half its height, and not by one below it', async () => {
    const { body, remarks } = await importPdf((pdf) => {
      pdf.text('The cache was ', { continued: true }).text('not', { strike: true, continued: true });
      pdf
        .text(' stuck, and the ', { strike: false, continued: true })
        .text('team', { underline: true, continued: true });
      pdf.text(' saw it.', { underline: false });
    });
    expect(body).toBe('The cache was ~~not~~ stuck, and the team saw it.');
    expect(remarks.join()).toContain('is read as struck out');
  });

  test('is read from the bytes that Node reads', async () => {
    const bytes = await createPdf((pdf) => pdf.text('It was full.'));
    expect((await importShape('a.pdf', Buffer.from(bytes), { format: 'pdf' })).body).toBe('It was full.');
  });

  test('is raised where it is small and higher', async () => {
    const { body } = await importPdf((pdf) => {
      pdf.fontSize(12).text('About 10', 72, 72, { lineBreak: false });
      const width = pdf.widthOfString('About 10');
      pdf.fontSize(7).text('6', 72 + width, 70, { lineBreak: false });
    });
    expect(body).toBe('About 10^6');
  });

  test('loses headers and footers of pages, which are reported', async () => {
    const { body, remarks } = await importPdf((pdf) => {
      for (const number of [1, 2, 3]) {
        if (number > 1) pdf.addPage();
        pdf.text('Example Corp', 72, 40, { lineBreak: false });
        pdf.text(`Sentence ${'abc'[number - 1]} of it.`, 72, 100, { lineBreak: false });
        pdf.text(`Page ${number} of 3`, 72, 500, { lineBreak: false });
      }
    });
    expect(body).toBe('Sentence a of it.\n\nSentence b of it.\n\nSentence c of it.');
    expect(remarks).toContain(
      'headers and footers of pages left out: “Example Corp”, “Page 1 of 3”, “Page 2 of 3”, “Page 3 of 3”',
    );
  });

  test('joins words that a hyphen divides, if the document has them elsewhere', async () => {
    const lines = [
      'The configuration was old, and nobody knew the recon-',
      'figuration, although the follow-up of the configu-',
      'ration said so. A follow-',
      'up came.',
    ];
    const { body, remarks } = await importPdf((pdf) => {
      for (const [at, line] of lines.entries())
        pdf.fontSize(10).text(line, 72, 72 + at * 12, { lineBreak: false });
    });
    expect(body.replace(/\s+/g, ' ')).toBe(
      'The configuration was old, and nobody knew the recon-figuration, although the follow-up of the configuration said so. A follow-up came.',
    );
    expect(remarks).toContain('words that end a line with a hyphen: “recon-figuration”');
  });

  test('is a table where its parts start at the same places', async () => {
    const rows = [
      ['Time (UTC)', 'Event'],
      ['09:14', 'Alert fires'],
      ['09:31', 'Workers restarted'],
      ['', 'without effect'],
    ];
    const { body } = await importPdf((pdf) => {
      pdf.fontSize(10).text('Before it:', 72, 60, { lineBreak: false });
      for (const [at, row] of rows.entries()) {
        for (const [column, text] of row.entries())
          pdf.text(text, 72 + column * 100, 100 + at * 13, { lineBreak: false });
      }
    });
    expect(body).toBe(
      'Before it:\n\n| Time (UTC) | Event |\n| - | - |\n| 09:14 | Alert fires |\n| 09:31 | Workers restarted without effect |',
    );
  });
});

describe('a PDF is refused in a sentence', () => {
  const read = (bytes: Uint8Array) => importShape('a.pdf', bytes, { format: 'pdf' });
  test('if it has no text', async () => {
    const bytes = await createPdf((pdf) => pdf.rect(10, 10, 50, 50).fill());
    await expect(read(bytes)).rejects.toThrow(/^Unexpected pages without text.*\(OCR\) first$/);
  });

  test('if it needs a password', async () => {
    const bytes = await createPdf((pdf) => pdf.text('Secret'), { userPassword: 'x', pdfVersion: '1.7' });
    await expect(read(bytes)).rejects.toThrow(/^Unexpected password/);
  });

  test('if it is damaged, or unpacks to too much', async () => {
    const bytes = await createPdf((pdf) => pdf.text('Text'));
    await expect(read(bytes.subarray(0, 100))).rejects.toThrow(
      /^Unexpected content, expected a complete PDF/,
    );
    const bomb = await createPdf((pdf) => {
      pdf.text('Text');
      pdf.addContent(' '.repeat(201_000_000));
    });
    await expect(read(bomb)).rejects.toThrow('Unexpected size when unpacked, expected at most 200 MB');
  }, 60_000);
});

/** The words that the samples were printed from, in their order. */
const SAMPLES = {
  'search-cluster.pdf': [
    '10^6 documents',
    'misconfigured discovery settings',
    '| Time (UTC) | Event |',
    '| 08:10 | Second leader elected |',
    '| 08:49 | Discovery settings corrected |',
    'minimum number of leader-eligible nodes was one',
    '3. Delete the template, see the ticket',
    'https://tickets.example.org/OPS-7',
    'number of documents with that of the database',
  ],
  'cache-incident.pdf': [
    'The cache was ~~not~~ stuck',
    '~~The whole sentence is wrong.~~',
    'It took ~~12 minutes,~~ an hour',
    '~~SEV1~~ SEV2',
  ],
  'checkout-queue.pdf': [
    'was ~~not~~ stuck',
    '~~which helped~~ no effect',
    '10^5',
    'H_2O',
    '☐ Ask finance',
    '☒ Tell support',
  ],
};

test.each(Object.entries(SAMPLES))('the sample %s keeps its words', async (name, phrases) => {
  const bytes = new Uint8Array(await readFile(`test/fixtures/office/${name}`));
  const { fields, body } = await importShape(name, bytes, { format: 'pdf' });
  for (const phrase of phrases) expect(`${fields}\n${body}`).toContain(phrase);
});
