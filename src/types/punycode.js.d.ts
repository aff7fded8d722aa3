/** The part of punycode.js that is used; the package carries no types. */
declare module 'punycode.js' {
  const punycode: {
    /** Converts the labels of a host that start with `xn--`. */
    toUnicode(host: string): string;
  };
  export default punycode;
}
