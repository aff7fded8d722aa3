/** Recognises the files that editors and operating systems leave in a folder. They are never content, even if git tracks them. */

const TEMPORARY_FILE_PATTERNS: readonly RegExp[] = [
  // Backups: `x.mdx~` of Emacs and many others, `x.mdx.orig` of merges, `x.mdx.save` of nano.
  /~$/,
  /\.(?:bak|backup|bck|bkp|new|old|orig|rej|save)(?:\.\d+)?$/i,
  /_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+\.\w+$/,
  // Files that a program writes before it renames them, with a number or random letters at the end.
  /\.(?:tmp|temp|part|partial|crdownload)(?:[-.]\w+)?$/i,
  /\.(?:mdx|yaml|txt)\.(?:\d{4,}|[A-Za-z\d]{6})$/,
  /___jb_(?:tmp|old)___$/,
  /^sed[A-Za-z\d]{6}$/,
  /^\.goutputstream-\w+$/,
  // Vim's swap files, and the number with which it tries whether a folder can be written; Kate's swap files.
  /\.sw[a-z]$/,
  /^(?:4913|5036|5159|5282)$/,
  /\.kate-swp$/,
  // Emacs: unsaved text and locks. Office programs: locks.
  /^#.*#$/,
  /^\.#/,
  /^\.~lock\..*#$/,
  /^~\$/,
  // Operating systems, network disks and file synchronisation.
  /^\.(?:DS_Store|AppleDouble|LSOverride|Spotlight-V100|Trashes|TemporaryItems|fseventsd|directory)$/,
  /^\._/,
  /^\.Trash-\d+$/,
  /^(?:ehthumbs|Thumbs)\.db$/i,
  /^desktop\.ini$/i,
  /^\.(?:nfs[\da-f]+|fuse_hidden[\da-f]+)$/i,
  /^[.~]syncthing[.~]/,
];

/** @param path with `/` */
export function isTemporaryFile(path: string): boolean {
  return path.split('/').some((name) => TEMPORARY_FILE_PATTERNS.some((pattern) => pattern.test(name)));
}

/** Returns whether a file is hidden or in a hidden folder: its own name or that of a folder starts with a dot. */
export function isHiddenFile(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.'));
}
