import type { SentenceParams } from '#domain/sentences/index'

/**
 * Fills `{name}` places, and says the word for one or for many where English needs both: `{count} [order|orders]`, decided
 * by the place before it. Chinese needs no such form.
 */
export function fillInEnglish(template: string, params: SentenceParams): string {
  let last = ''
  return template.replace(/\{(\w+)\}|\[([^|\]]*)\|([^\]]*)\]/g, (whole, name: string | undefined, one: string, many: string) => {
    if (name === undefined) return last === '1' ? one : many
    return (last = String(params[name] ?? whole))
  })
}

/** `policy` → `policies`, `batch` → `batches`; the terms of the program have no irregular ones. */
export function pluralOf(term: string): string {
  return term.replace(/y$/, 'ie').replace(/(ch|s|x)$/, '$1e') + 's'
}
