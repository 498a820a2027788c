import { and, asc, desc, eq, lte, sql } from 'drizzle-orm'
import { instantOf, type LocalDate } from '#domain/dates'
import { defaultTerms, readTerms, type PolicyTerms, type SettledOn } from '#domain/policy-terms'
import { deleteUnchanged } from '../delete-unchanged.ts'
import { prepared, preparedInsert, preparedUpdate } from '../prepared.ts'
import { policyTerms } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'
import { findPolicyFor, listPolicies, type Covered, type Policy } from './manufacturers.ts'

/** Terms with the day from which on orders are received under them. */
export type DatedTerms = typeof policyTerms.$inferSelect
type Code = Pick<Policy, 'manufacturerId' | 'code'>

const inForce = prepared((db) =>
  db
    .select({ stored: sql<string>`${policyTerms.terms}` })
    .from(policyTerms)
    .where(
      and(
        eq(policyTerms.manufacturerId, sql.placeholder('manufacturerId')),
        eq(policyTerms.code, sql.placeholder('code')),
        lte(policyTerms.validFrom, sql.placeholder('on')),
      ),
    )
    .orderBy(desc(policyTerms.validFrom))
    .limit(1)
    .prepare(),
)

/** a policy that was changed is read as another object */
const firstRead = new WeakMap<Policy, PolicyTerms>()

/** every step asks for them: what is stored is read once */
const read = new Map<string, PolicyTerms>()

function readStored(stored: string): PolicyTerms {
  const known = read.get(stored) ?? readTerms(JSON.parse(stored))
  read.set(stored, known)
  return known
}

/** The terms a policy began with. */
export function firstTermsOf(policy: Policy): PolicyTerms {
  const known = firstRead.get(policy) ?? readTerms(policy.params)
  firstRead.set(policy, known)
  return known
}

/** A policy's rates and terms for what is received on a day: those that began last, else those it began with; without a policy the rules' own. */
export function termsUnder(db: Reader, policy: Policy | undefined, on: LocalDate): PolicyTerms {
  if (policy === undefined) return defaultTerms
  const { manufacturerId, code } = policy
  const dated = inForce(db).get({ manufacturerId, code, on })
  return dated === undefined ? firstTermsOf(policy) : readStored(dated.stored)
}

/** The rates and terms a vehicle stands under on a day; for an order the day it was received. */
export function findTermsFor(db: Reader, unit: Covered, on: LocalDate): PolicyTerms {
  return termsUnder(db, findPolicyFor(db, unit), on)
}

/** What every policy of the station says today. */
export function listTermsOn(db: Reader, on: LocalDate): readonly PolicyTerms[] {
  return listPolicies(db).map((policy) => termsUnder(db, policy, on))
}

/** The dated terms of a policy, the first first. */
export function listDatedTerms(db: Reader, { manufacturerId, code }: Code): readonly DatedTerms[] {
  return db
    .select()
    .from(policyTerms)
    .where(and(eq(policyTerms.manufacturerId, manufacturerId), eq(policyTerms.code, code)))
    .orderBy(asc(policyTerms.validFrom))
    .all()
}

export function findDatedTerms(db: Reader, id: number): DatedTerms | undefined {
  return db.select().from(policyTerms).where(eq(policyTerms.id, id)).get()
}

export const insertDatedTerms = preparedInsert(policyTerms)
/** False when another seat was faster. */
export const updateDatedTerms = preparedUpdate(policyTerms)

export function deleteDatedTerms(tx: Tx, id: number, revision: number): boolean {
  return deleteUnchanged(tx, policyTerms, id, revision)
}

/** Finished orders of vehicles under the policy that were received on a day or later, by the day. */
export function countSettled(db: Reader, { manufacturerId, code }: Code, from: LocalDate): readonly SettledOn[] {
  const since = instantOf(from, '00:00')
  const settled = sql`finished_at IS NOT NULL AND status <> 'cancelled' AND +manufacturer_id = ${manufacturerId}`
  // + and CROSS JOIN: from the orders of these days to their vehicles, never through everything of the maker
  const groups = db.all<{
    modelId: number | null
    purchasedOn: LocalDate | null
    day: LocalDate
    count: number
  }>(sql`SELECT u.model_id AS modelId, u.purchased_on AS purchasedOn, date(o.at, '+8 hours') AS day, count(*) AS count
    FROM (SELECT unit_id, received_at AS at FROM work_orders WHERE received_at >= ${since} AND ${settled} UNION ALL SELECT unit_id, reported_at FROM work_orders WHERE received_at IS NULL AND reported_at >= ${since} AND ${settled}) o
    CROSS JOIN units u ON u.id = o.unit_id GROUP BY 1, 2, 3`)
  const codes = new Map<string, string | undefined>()
  const codeOf = ({ modelId, purchasedOn }: (typeof groups)[number]): string | undefined => {
    const key = `${modelId} ${purchasedOn}`
    if (!codes.has(key)) codes.set(key, findPolicyFor(db, { manufacturerId, modelId, purchasedOn })?.code)
    return codes.get(key)
  }
  return groups.filter((group) => codeOf(group) === code).map(({ day, count }) => ({ day, count }))
}

/** With the last version of a policy go its terms; without a code those of all policies of a maker that goes. */
export function deleteTermsOf(tx: Tx, { manufacturerId, code }: Pick<Code, 'manufacturerId'> & Partial<Code>): void {
  tx.delete(policyTerms)
    .where(and(eq(policyTerms.manufacturerId, manufacturerId), code === undefined ? undefined : eq(policyTerms.code, code)))
    .run()
}
