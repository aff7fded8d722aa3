/** The families of errors that one program reports about another, which it could not reach. */
export const NETWORK_FAMILIES: ReadonlySet<string> = new Set([
  'Connection refused',
  'Connection lost',
  'Timeout',
  'Host unreachable',
  'Port in use',
]);
