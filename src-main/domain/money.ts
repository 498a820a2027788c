/** Whole 分. Branded so that 元 cannot slip in (architecture.md §6). */
export type Fen = number & { readonly unit: 'fen' }

/** @throws RangeError unless `n` is a safe integer. Never -0. */
export function fen(n: number): Fen {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not whole 分: ${n}`)
  // -0 + 0 is 0, and the brand exists only in types.
  return (n + 0) as Fen
}

export const zeroFen: Fen = fen(0)

export function addFen(a: Fen, b: Fen): Fen {
  return fen(a + b)
}

export function sumFen(amounts: readonly Fen[]): Fen {
  return amounts.reduce(addFen, zeroFen)
}

/** Price × whole quantity. @throws RangeError for a fractional quantity. */
export function timesFen(price: Fen, quantity: number): Fen {
  if (!Number.isSafeInteger(quantity)) throw new RangeError(`not a whole quantity: ${quantity}`)
  return fen(price * quantity)
}

/** `amount × hundredths / 100`, a half 分 rounded up. Exact as long as the product is a safe integer. */
export function hundredthsOf(amount: Fen, hundredths: number): Fen {
  if (!Number.isSafeInteger(hundredths)) throw new RangeError(`not whole hundredths: ${hundredths}`)
  const raised = fen(amount * hundredths + 50)
  const remainder = ((raised % 100) + 100) % 100
  return fen((raised - remainder) / 100)
}

/** Hours in 1/100 h × rate per hour, a half 分 rounded up (domain.md M18). */
export function hourAmount(hundredthsOfHour: number, ratePerHour: Fen): Fen {
  return hundredthsOf(ratePerHour, hundredthsOfHour)
}

/**
 * Splits `total` by whole weights ≥ 0; the parts add up to `total` exactly, the odd 分 go to the first lines that have a
 * weight. Weights that are all 0 count as equal. @throws RangeError without weights.
 */
export function shareFen(total: Fen, weights: readonly number[]): Fen[] {
  if (weights.length === 0) throw new RangeError('nothing to share between')
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) throw new RangeError(`not weights: ${weights.join(' ')}`)
  const given = weights.some((weight) => weight > 0) ? weights.map(BigInt) : weights.map(() => 1n)
  const whole = given.reduce((sum, weight) => sum + weight, 0n)
  const size = BigInt(Math.abs(total))
  const shares = given.map((weight) => (size * weight) / whole)
  let rest = size - shares.reduce((sum, share) => sum + share, 0n)
  return shares.map((share, index) => {
    const extra = rest > 0n && given[index] !== 0n ? 1n : 0n
    rest -= extra
    return fen(Math.sign(total) * Number(share + extra))
  })
}

/** `1,234.50`; negatives `-1,234.50`. */
export function formatFen(amount: Fen): string {
  const plain = plainFen(amount)
  return plain.replace(/\B(?=(\d{3})+\.)/g, ',')
}

/** `1234.50` without grouping, for files and input fields. */
export function plainFen(amount: Fen): string {
  const size = Math.abs(amount)
  const cents = size % 100
  return `${amount < 0 ? '-' : ''}${(size - cents) / 100}.${String(cents).padStart(2, '0')}`
}

const yuanForm = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/

/** Reads 元 with at most two decimals (`12`, `12.5`, `1,234.50`); null if it is not such a number or too large. */
export function parseFen(text: string): Fen | null {
  const match = yuanForm.exec(text.trim())
  if (match === null) return null
  const [, sign, yuan = '', cents = ''] = match
  const size = Number(yuan.replaceAll(',', '') + cents.padEnd(2, '0'))
  return Number.isSafeInteger(size) ? fen(sign === '-' ? -size : size) : null
}

const digitWords = '零壹贰叁肆伍陆柒捌玖'
const placeWords = ['', '拾', '佰', '仟']

/** 0–9999 without leading 零; '' for 0. */
function groupInWords(n: number): string {
  let words = ''
  let gap = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(n / 10 ** place) % 10
    if (digit === 0) {
      gap = words !== ''
      continue
    }
    words += `${gap ? '零' : ''}${digitWords.charAt(digit)}${placeWords[place]}`
    gap = false
  }
  return words
}

/** A part above and below 万 or 亿; 零 stands between them where the lower part leaves its first place empty. */
function joinInWords(n: number, unit: number, unitWord: string, inWords: (part: number) => string): string {
  const low = n % unit
  const high = (n - low) / unit
  if (high === 0) return inWords(low)
  const between = low > 0 && low < unit / 10 ? '零' : ''
  return `${yuanInWords(high)}${unitWord}${between}${inWords(low)}`
}

function yuanInWords(n: number): string {
  return joinInWords(n, 1e8, '亿', (below) => joinInWords(below, 1e4, '万', groupInWords))
}

/**
 * Chinese capitals as banks want them: 壹拾元零伍分, 壹仟元伍角整, 零元整, 负伍分. 整 follows 元 or 角, never 分. Where the rules leave
 * 零 to the writer (after 万 or 元 when the next digit is not 0) it is left out.
 */
export function amountInWords(amount: Fen): string {
  const size = Math.abs(amount)
  const cent = size % 10
  const dime = ((size - cent) / 10) % 10
  const yuan = (size - dime * 10 - cent) / 100
  const yuanWords = yuan > 0 ? `${yuanInWords(yuan)}元` : ''
  const dimeWords = dime > 0 ? `${digitWords.charAt(dime)}角` : ''
  const gap = yuan > 0 && dime === 0 && cent > 0 ? '零' : ''
  const centWords = cent > 0 ? `${gap}${digitWords.charAt(cent)}分` : '整'
  return size === 0 ? '零元整' : `${amount < 0 ? '负' : ''}${yuanWords}${dimeWords}${centWords}`
}
