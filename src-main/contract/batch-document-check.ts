import { stop, warn, type Problem } from '#domain/errors'
import { fen, hourAmount, plainFen, sumFen, timesFen } from '#domain/money'
import { totalsOf, type BatchAmounts, type BatchClaim, type BatchDocument, type BatchTotals } from './batch-document.ts'

const amountWords = {
  partsFen: '材料费',
  labourFen: '工时费',
  outingFen: '外出费',
  otherFen: '其他费',
  totalFen: '合计',
} as const satisfies Record<keyof BatchAmounts, string>
const countWords = {
  claims: '索赔单数',
  partLines: '零件行数',
  labourLines: '工时行数',
  outings: '外出行数',
  oldParts: '旧件数',
  attachments: '附件数',
} as const satisfies Record<keyof Omit<BatchTotals, 'amounts'>, string>

function yuan(amount: number): string {
  return plainFen(fen(amount))
}

function keysOf<T extends object>(words: T): (keyof T & string)[] {
  // The word tables above name every key, which Object.keys cannot say.
  return Object.keys(words) as (keyof T & string)[]
}

function sum(amounts: readonly number[]): number {
  return sumFen(amounts.map(fen))
}

/** The items after their first appearance. */
function repeated(items: readonly string[]): string[] {
  const seen = new Set<string>()
  return items.filter((item) => seen.size === seen.add(item).size)
}

function checkLineNumbers(claim: BatchClaim, at: string): Problem[] {
  const tables = [
    ['partLines', '零件', claim.partLines],
    ['labourLines', '工时', claim.labourLines],
    ['outings', '外出', claim.outings],
  ] as const
  return tables.flatMap(([key, label, lines]) => {
    const place = lines.findIndex(({ line }, index) => line !== index + 1)
    return place < 0
      ? []
      : [
          stop('batchFile.lineOrder', `${at}.${key}.${place}.line`, {
            no: claim.no,
            label,
            place: place + 1,
            found: lines[place]?.line ?? 0,
          }),
        ]
  })
}

function checkLineAmounts(claim: BatchClaim, at: string): Problem[] {
  const { no } = claim
  const parts = claim.partLines.flatMap(({ line, quantity, priceFen, amountFen }, index) => {
    const expected = timesFen(fen(priceFen), quantity)
    return expected === amountFen
      ? []
      : [
          stop('batchFile.partAmount', `${at}.partLines.${index}.amountFen`, {
            no,
            line,
            quantity,
            price: yuan(priceFen),
            expected: yuan(expected),
            found: yuan(amountFen),
          }),
        ]
  })
  const labour = claim.labourLines.flatMap(({ line, hours, rateFen, amountFen }, index) => {
    const expected = hourAmount(hours, fen(rateFen))
    return expected === amountFen
      ? []
      : [
          stop('batchFile.labourAmount', `${at}.labourLines.${index}.amountFen`, {
            no,
            line,
            hours: hours / 100,
            rate: yuan(rateFen),
            expected: yuan(expected),
            found: yuan(amountFen),
          }),
        ]
  })
  const outings = claim.outings.flatMap(({ line, mileageFen, faresFen, mealFen, lodgingFen, miscFen, amountFen }, index) => {
    const expected = sum([mileageFen, faresFen, mealFen, lodgingFen, miscFen])
    return expected === amountFen
      ? []
      : [stop('batchFile.outingAmount', `${at}.outings.${index}.amountFen`, { no, line, expected: yuan(expected), found: yuan(amountFen) })]
  })
  return [...parts, ...labour, ...outings]
}

function checkClaimSums(claim: BatchClaim, at: string): Problem[] {
  const { amounts } = claim
  const amountsOf = (lines: readonly { readonly amountFen: number }[]) => sum(lines.map(({ amountFen }) => amountFen))
  const expected: BatchAmounts = {
    partsFen: amountsOf(claim.partLines),
    labourFen: amountsOf(claim.labourLines),
    outingFen: amountsOf(claim.outings),
    otherFen: amountsOf(claim.otherFees),
    totalFen: sum([amounts.partsFen, amounts.labourFen, amounts.outingFen, amounts.otherFen]),
  }
  return keysOf(amountWords).flatMap((key) =>
    expected[key] === amounts[key]
      ? []
      : [
          stop('batchFile.claimSum', `${at}.amounts.${key}`, {
            no: claim.no,
            label: amountWords[key],
            expected: yuan(expected[key]),
            found: yuan(amounts[key]),
          }),
        ],
  )
}

function checkOldParts(claim: BatchClaim, at: string): Problem[] {
  const { no, partLines, oldParts } = claim
  const astray = oldParts.flatMap(({ partLine, labelNo, partName }, index) =>
    partLines.some(({ line }) => line === partLine)
      ? []
      : [stop('batchFile.oldPartLine', `${at}.oldParts.${index}.partLine`, { no, label: labelNo ?? partName, line: partLine })],
  )
  const tooMany = partLines.flatMap(({ line, quantity }, index) => {
    const found = sum(oldParts.filter(({ partLine }) => partLine === line).map((part) => part.quantity))
    return found <= quantity ? [] : [stop('batchFile.oldPartQuantity', `${at}.partLines.${index}.quantity`, { no, line, quantity, found })]
  })
  return [...astray, ...tooMany]
}

function checkTotals(document: BatchDocument): Problem[] {
  const expected = totalsOf(document.claims)
  const counts = keysOf(countWords).flatMap((key) =>
    expected[key] === document.totals[key]
      ? []
      : [stop('batchFile.batchCount', `totals.${key}`, { label: countWords[key], expected: expected[key], found: document.totals[key] })],
  )
  const sums = keysOf(amountWords).flatMap((key) =>
    expected.amounts[key] === document.totals.amounts[key]
      ? []
      : [
          stop('batchFile.batchSum', `totals.amounts.${key}`, {
            label: amountWords[key],
            expected: yuan(expected.amounts[key]),
            found: yuan(document.totals.amounts[key]),
          }),
        ],
  )
  return [...counts, ...sums]
}

function checkUnique({ claims }: BatchDocument): Problem[] {
  const vouchers = claims.flatMap(({ voucherNo }) => (voucherNo === null ? [] : [voucherNo]))
  const labels = claims.flatMap(({ oldParts }) => oldParts.flatMap(({ labelNo }) => (labelNo === null ? [] : [labelNo])))
  // Two names that differ in capitals only would become one file on Windows.
  const files = claims.flatMap(({ attachments }) => attachments.map(({ name }) => name.normalize('NFC').toLowerCase()))
  return [
    ...repeated(claims.map(({ no }) => no)).map((no) => stop('batchFile.claimTwice', null, { no })),
    ...repeated(vouchers).map((no) => stop('batchFile.voucherTwice', null, { no })),
    ...repeated(labels).map((label) => stop('batchFile.labelTwice', null, { label })),
    ...repeated(files).map((name) => stop('batchFile.attachmentTwice', null, { name })),
  ]
}

/**
 * Whether a document that fits the schema also adds up: lines → claim → batch, counts, line numbers, old parts, numbers
 * used once, period, 经办人 ≠ 第二经办人 (V-11, V-12, settled.md 17). Empty when all is well. Run before freezing, too.
 */
export function checkBatchDocument(document: BatchDocument): Problem[] {
  const { batch, claims } = document
  const claimProblems = claims.flatMap((claim, index) => {
    const at = `claims.${index}`
    return [...checkLineNumbers(claim, at), ...checkLineAmounts(claim, at), ...checkClaimSums(claim, at), ...checkOldParts(claim, at)]
  })
  return [
    ...(claims.length === 0 ? [stop('batchFile.noClaims', 'claims')] : []),
    ...(batch.periodFrom > batch.periodTo
      ? [stop('batchFile.period', 'batch.periodFrom', { from: batch.periodFrom, to: batch.periodTo })]
      : []),
    ...(batch.secondHandler === batch.handler ? [stop('batchFile.sameHandler', 'batch.secondHandler', { name: batch.handler })] : []),
    ...checkUnique(document),
    ...claimProblems,
    ...checkTotals(document),
  ]
}

/** F16s that are not enclosed: no fault of the file, but headquarters will ask for them. */
export function vouchersMissing(document: BatchDocument, isEnclosed: (voucherNo: string) => boolean): Problem[] {
  const missing = document.claims.flatMap(({ voucherNo }) => (voucherNo === null || isEnclosed(voucherNo) ? [] : [voucherNo]))
  return missing.length === 0 ? [] : [warn('batchFile.voucherMissing', null, { count: missing.length, example: missing[0] ?? '' })]
}
