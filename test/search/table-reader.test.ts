import { expect, test, vi } from 'vitest';
import { createTableReader } from '../../src/search/table-reader.ts';

test('a table that comes late is not requested again, and serves the next call', async () => {
  vi.useFakeTimers();
  try {
    const { promise, resolve } = Promise.withResolvers<string>();
    const fetchText = vi.fn(() => promise);
    const read = createTableReader(fetchText, () => Date.now());
    const first = expect(read('words.txt')).rejects.toThrow('words.txt did not come in time');
    await vi.advanceTimersByTimeAsync(3000);
    await first;
    const second = expect(read('words.txt')).rejects.toThrow('in time');
    await vi.advanceTimersByTimeAsync(0);
    await second;
    resolve('words');
    expect(await read('words.txt')).toBe('words');
    expect(fetchText).toHaveBeenCalledTimes(1);
  } finally {
    vi.useRealTimers();
  }
});

test('after a failure, the next request waits 30 seconds', async () => {
  vi.useFakeTimers();
  try {
    const fetchText = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue('words');
    const read = createTableReader(fetchText, () => Date.now());
    await expect(read('words.txt')).rejects.toThrow('offline');
    await expect(read('words.txt')).rejects.toThrow('a moment ago');
    await vi.advanceTimersByTimeAsync(29_999);
    await expect(read('words.txt')).rejects.toThrow('a moment ago');
    await vi.advanceTimersByTimeAsync(1);
    expect(await read('words.txt')).toBe('words');
  } finally {
    vi.useRealTimers();
  }
});
