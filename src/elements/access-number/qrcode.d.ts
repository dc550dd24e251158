/** What we use of the package, which brings no types: the encoder alone, without its renderers. */
declare module 'qrcode/lib/core/qrcode.js' {
  interface Modules {
    /** Rows and columns. */
    readonly size: number;
    get(row: number, column: number): number;
  }
  const qrcode: { create(text: string, options: { readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' }): { readonly modules: Modules } };
  export default qrcode;
}
