import { sql, type SQL } from 'drizzle-orm'
import { searchForm, searchQuestion, wordsOfSearch } from '../search.ts'
import type { Reader } from '../types.ts'
import { listCustomersById, type CustomerRow } from './customers.ts'
import { listUnitsById, type UnitRow } from './units.ts'

export type IntakeHit = { readonly customer: CustomerRow; readonly unit: UnitRow | null }

/** When more rows than this share the pieces of a word, only the newest are looked at. */
const candidates = 1000

type Candidate = {
  customerId: number
  unitId: number | null
  name: string
  pinyin: string
  contactName: string
  phone: string
  phone2: string
  lastOrderAt: string | null
  frameNo: string | null
  engineNo: string | null
  plateNo: string | null
  modelName: string | null
}
type Ranked = Candidate & { readonly rank: number }

const ownerColumns = sql`c.id AS customerId, c.name, c.pinyin, c.contact_name AS contactName, c.phone, c.phone2, c.last_order_at AS lastOrderAt`
const unitColumns = sql`u.id AS unitId, u.frame_no AS frameNo, u.engine_no AS engineNo, u.plate_no AS plateNo, u.model_name AS modelName`

/**
 * The intake search (product.md promise 2): plate, tail of phone or frame number, name or pinyin initials bring back
 * the units with their owners, and customers who have no unit yet. Several words must all fit. Best first, then newest.
 */
export function findIntake(db: Reader, text: string, limit: number): IntakeHit[] {
  const words = wordsOfSearch(text)
  const found = new Map<string, Ranked>()
  for (const candidate of words.flatMap((word) => candidatesOf(db, word))) {
    const rank = rankOf(candidate, words)
    if (rank !== null) found.set(`${candidate.customerId}/${candidate.unitId}`, { ...candidate, rank })
  }
  return load(db, [...found.values()].sort(better).slice(0, limit))
}

function candidatesOf(db: Reader, word: string): Candidate[] {
  const question = searchQuestion(word)
  if (question === null) return []
  const customers = newest(sql`customer_search`, question)
  return [
    ...db.all<Candidate>(
      sql`SELECT ${ownerColumns}, ${unitColumns} FROM units u JOIN customers c ON c.id = u.owner_id WHERE u.id IN ${newest(sql`unit_search`, question)}`,
    ),
    ...db.all<Candidate>(
      sql`SELECT ${ownerColumns}, ${unitColumns} FROM customers c LEFT JOIN units u ON u.owner_id = c.id WHERE c.id IN ${customers} LIMIT ${2 * candidates}`,
    ),
  ]
}

function newest(table: SQL, question: string): SQL {
  return sql`(SELECT rowid FROM ${table} WHERE ${table} MATCH ${question} ORDER BY rowid DESC LIMIT ${candidates})`
}

/** Smaller is better; null when some word is nowhere in it. */
function rankOf(candidate: Candidate, words: readonly string[]): number | null {
  const numbers = [candidate.plateNo, candidate.frameNo, candidate.engineNo, candidate.phone, candidate.phone2].map((text) =>
    searchForm(text ?? ''),
  )
  const names = [candidate.name, candidate.contactName, candidate.modelName].map((text) => searchForm(text ?? ''))
  const ranks = words.map((word) => rankOfWord(word, numbers, names, candidate.pinyin))
  return ranks.every((rank) => rank !== null) ? ranks.reduce((sum, rank) => sum + rank, 0) : null
}

function rankOfWord(word: string, numbers: readonly string[], names: readonly string[], pinyin: string): number | null {
  if ([...numbers, ...names].includes(word)) return 0
  if (numbers.some((number) => number.endsWith(word))) return 1
  if (pinyin === word || names.some((name) => name.startsWith(word))) return 2
  if (pinyin.startsWith(word)) return 3
  return [...numbers, ...names].some((text) => text.includes(word)) ? 4 : null
}

function better(a: Ranked, b: Ranked): number {
  const [lastA, lastB] = [a.lastOrderAt ?? '', b.lastOrderAt ?? '']
  if (a.rank !== b.rank) return a.rank - b.rank
  if (lastA !== lastB) return lastA < lastB ? 1 : -1
  return b.customerId - a.customerId || (b.unitId ?? 0) - (a.unitId ?? 0)
}

function load(db: Reader, hits: readonly Ranked[]): IntakeHit[] {
  const customers = new Map(
    listCustomersById(
      db,
      hits.map((hit) => hit.customerId),
    ).map((row) => [row.id, row]),
  )
  const units = new Map(
    listUnitsById(
      db,
      hits.flatMap((hit) => hit.unitId ?? []),
    ).map((row) => [row.id, row]),
  )
  return hits.flatMap(({ customerId, unitId }) => {
    const customer = customers.get(customerId)
    return customer ? [{ customer, unit: unitId === null ? null : (units.get(unitId) ?? null) }] : []
  })
}
