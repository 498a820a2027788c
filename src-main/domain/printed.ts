import { stop, type Problem } from './errors.ts'

/** What F16 prints to say who and which vehicle, in the words of their pages. Telephone, address and plate change in a life without making them another. */
export const printedOfCustomer = { name: '用户姓名' } as const
export const printedOfUnit = {
  frameNo: '车架号',
  engineNo: '发动机号',
  modelName: '车型',
  manufacturedOn: '出厂日期',
  purchasedOn: '购车日期',
  invoiceNo: '发票号',
  warrantyCardNo: '三包凭证号',
} as const

/** `null` and '': not said. */
export type PrintedValues<K extends string> = { readonly [name in K]: string | null }

/** Fields the voucher prints otherwise than `after` says. What it left empty may be filled in. */
export function printedDifferences<K extends string>(
  words: Readonly<Record<K, string>>,
  before: PrintedValues<NoInfer<K>>,
  after: PrintedValues<NoInfer<K>>,
): { name: K; label: string; value: string }[] {
  return (Object.keys(words) as K[]).flatMap((name) => {
    const value = before[name] ?? ''
    return value === '' || value === after[name] ? [] : [{ name, label: words[name], value }]
  })
}

/**
 * domain.md §3: what a voucher prints changes only by 作废 and 重开. Until its claim has gone to the maker, the claim names
 * customer and vehicle as they are on file, and both must agree. `number`: such a voucher, null when there is none.
 */
export function printedProblems<K extends string>(
  number: string | null,
  words: Readonly<Record<K, string>>,
  before: PrintedValues<NoInfer<K>>,
  after: PrintedValues<NoInfer<K>>,
): Problem[] {
  return number === null
    ? []
    : printedDifferences(words, before, after).map(({ name, label, value }) => stop('record.printed', name, { number, label, value }))
}
