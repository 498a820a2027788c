/** linebreak ships without types; this is what wrap.ts uses of it. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    /** The next place where the line may be broken, counted in UTF-16 units; null after the last. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null
  }
}
