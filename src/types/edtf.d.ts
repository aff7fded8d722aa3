/** The part of edtf.js that is used; the package carries no types. */
declare module 'edtf' {
  interface ExtendedDate {
    readonly type: string;
    readonly precision: number;
    readonly min: number;
    readonly max: number;
  }
  export default function edtf(notation: string): ExtendedDate;
}
