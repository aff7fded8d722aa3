/** Checks that a picture is one, by its first bytes: a name can hide a page or a script. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { describeContentError } from '../file-errors.ts';

/** A picture that a phone loads on a bad network. */
const MAX_PICTURE_BYTES = 5_000_000;
const HEAD_LENGTH = 16;

/** The first bytes of each format, in hexadecimal digits. */
const SIGNATURES: Readonly<Record<string, RegExp>> = {
  '.png': /^89504e470d0a1a0a/,
  '.jpg': /^ffd8ff/,
  '.jpeg': /^ffd8ff/,
  '.gif': /^474946383[79]61/,
  '.webp': /^52494646.{8}57454250/,
  '.avif': /^.{8}66747970(?:61766966|61766973|6d696631)/,
};

export function isPictureFile(path: string): boolean {
  return extname(path).toLowerCase() in SIGNATURES;
}

/** Returns why a file is no picture that can be published; undefined if it is one, or has another extension. */
export function findPictureError(path: string): string | undefined {
  if (!isPictureFile(path)) return undefined;
  try {
    return findHeadError(path, statSync(path).size, readHead(path));
  } catch (error) {
    return describeContentError(error);
  }
}

/** Returns the same for a picture that is not on the disk. */
export function findPictureBytesError(path: string, bytes: Uint8Array): string | undefined {
  return findHeadError(path, bytes.length, Buffer.from(bytes.subarray(0, HEAD_LENGTH)));
}

function findHeadError(path: string, size: number, head: Buffer): string | undefined {
  const extension = extname(path).toLowerCase();
  if (size > MAX_PICTURE_BYTES)
    return `Unexpected size of ${size} bytes, expected at most ${MAX_PICTURE_BYTES}`;
  if (SIGNATURES[extension]?.test(head.toString('hex'))) return undefined;
  return `Unexpected bytes, expected a picture in the format ${extname(path).slice(1)}`;
}

function readHead(path: string): Buffer {
  const head = Buffer.alloc(HEAD_LENGTH);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, HEAD_LENGTH, 0);
  } finally {
    closeSync(file);
  }
  return head;
}
