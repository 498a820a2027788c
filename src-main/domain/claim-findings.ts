import { labourAmount, partAmount, type Sums } from './amounts.ts'
import { daysBetween, localDateOf, type LocalDate } from './dates.ts'
import { stop, stopsOf, type Problem } from './errors.ts'
import { stopIf } from './guards.ts'
import { formatFen, sumFen, zeroFen, type Fen } from './money.ts'
import {
  dateProblems,
  labourLineProblems,
  mileageProblems,
  missingTexts,
  partLineProblems,
  poorTexts,
  similarJobProblems,
  type FaultTexts,
  type LabourLineFacts,
  type MileageFacts,
  type PartLineFacts,
  type SimilarJob,
  type TimeFacts,
} from './work-order-checks.ts'
import type { WarrantyAsk } from './warranty.ts'
import { takeAwayProblems, undecidedProblems } from './work-order-guards.ts'
import { attachmentKind, type AttachmentKind, type Eligibility } from './words.ts'

/** A part line charged to 三包, with what its old part needs before the claim may go. */
export type ClaimPartFacts = PartLineFacts & {
  /** pieces 已贴标签 or further, plus 免回收 */
  readonly oldPartsReady: number
  /** pieces 丢失/损坏: whoever bears them, the maker does not (§3.3) */
  readonly oldPartsLost: number
}

/** What V-15 and its neighbours look at (domain.md §2.21, §3.4). Lines are those charged to 三包 only. */
export type ClaimFacts = TimeFacts &
  MileageFacts &
  FaultTexts & {
    readonly eligibility: Eligibility
    readonly asks: readonly WarrantyAsk[]
    readonly approvalNo: string
    readonly partLines: readonly ClaimPartFacts[]
    readonly labourLines: readonly LabourLineFacts[]
    /** sums of the outing and of the other fees charged to 三包 */
    readonly outingFen: Fen
    readonly otherFen: Fen
    /** what the claim says */
    readonly claimed: Sums
    readonly voucherNo: string | null
    readonly userSigned: boolean
    /** another claim of the same voucher that is not void */
    readonly voucherClaimedBy: string | null
    readonly takesOldParts: boolean | null
    readonly photos: number
    /** 0: the policy asks for none */
    readonly photosRequired: number
    /** kinds the policy asks for that no attachment shows */
    readonly photosMissing: readonly AttachmentKind[]
    readonly similarJobs: readonly SimilarJob[]
    readonly today: LocalDate
    /** D34: `claimMaxD` of due-dates.ts, default 60 d after 完工 */
    readonly claimMaxDays: number
  }

/** The rules of a claim in the order they are shown; the word is the line's title. */
export const claimRule = {
  eligibility: '三包判定',
  voucher: '保修作业凭证',
  texts: '故障现象、原因、措施',
  textQuality: '文字质量',
  lines: '零件与工时',
  oldParts: '旧件标签',
  takeAway: '带走旧件',
  amounts: '金额与明细相符',
  dates: '日期顺序',
  mileage: '行驶里程',
  photos: '照片',
  age: '索赔时限',
  duplicate: '重复索赔',
} as const
export type ClaimRule = keyof typeof claimRule

/** `level` pass ✓, warn !, stop ×. */
export type ClaimFinding = {
  readonly rule: ClaimRule
  readonly level: 'pass' | 'warn' | 'stop'
  readonly ok: boolean
  readonly problems: readonly Problem[]
}

/** What the lines add up to; the claim must say the same. A line without price or rate counts 0 and is a finding of its own. */
export function sumsOfClaimLines({
  partLines,
  labourLines,
  outingFen,
  otherFen,
}: Pick<ClaimFacts, 'partLines' | 'labourLines' | 'outingFen' | 'otherFen'>): Sums {
  const partsFen = sumFen(partLines.map(({ qty, priceFen }) => partAmount({ qty, priceFen: priceFen ?? zeroFen })))
  const labourFen = sumFen(labourLines.map(({ hours, rateFen }) => labourAmount({ hours, rateFen: rateFen ?? zeroFen })))
  return { partsFen, labourFen, outingFen, otherFen, totalFen: sumFen([partsFen, labourFen, outingFen, otherFen]) }
}

const sumWords = { partsFen: '材料费', labourFen: '工时费', outingFen: '外出费', otherFen: '其他费', totalFen: '合计' } as const

function amountProblems(facts: ClaimFacts): Problem[] {
  if (stopsOf([...partLineProblems(facts.partLines), ...labourLineProblems(facts.labourLines)]).length > 0) return []
  const due = sumsOfClaimLines(facts)
  const problems = (['partsFen', 'labourFen', 'outingFen', 'otherFen', 'totalFen'] as const)
    .filter((kind) => facts.claimed[kind] !== due[kind])
    .map((kind) =>
      stop('claim.amountDiffers', `claimed.${kind}`, {
        kind: sumWords[kind],
        claimed: formatFen(facts.claimed[kind]),
        due: formatFen(due[kind]),
      }),
    )
  return [...problems, ...stopIf(due.totalFen === 0, 'claim.nothingClaimed', 'claimed.totalFen')]
}

function eligibilityProblems({ eligibility, asks, approvalNo }: ClaimFacts): Problem[] {
  return [
    ...(eligibility === 'pending' ? undecidedProblems({ asks }) : []),
    ...stopIf(eligibility === 'notCovered', 'claim.notCovered', 'eligibility'),
    ...stopIf(eligibility === 'special' && approvalNo.trim() === '', 'order.approvalMissing', 'approvalNo'),
  ]
}

function voucherProblems({ voucherNo, userSigned }: ClaimFacts): Problem[] {
  return voucherNo === null ? [stop('order.voucherMissing', 'voucher')] : stopIf(!userSigned, 'order.notSigned', 'userSigned')
}

/** Every required piece is at least 已贴标签, or exempt. Labels are made where the pieces stand, not on their frozen lines. */
function oldPartProblems({ partLines }: ClaimFacts): Problem[] {
  return partLines.flatMap(({ row, partName: part, qty, oldPartRequired, oldPartsReady, oldPartsLost }) => {
    const unlabelled = qty - oldPartsReady - oldPartsLost
    return [
      ...stopIf(oldPartRequired && unlabelled > 0, 'claim.oldPartUnlabelled', 'returnedParts', { row, part, pieces: unlabelled }),
      ...stopIf(oldPartRequired && oldPartsLost > 0, 'claim.oldPartLost', 'partLines', { row, part, pieces: oldPartsLost }),
    ]
  })
}

function lineProblems(facts: ClaimFacts): Problem[] {
  const { partLines, labourLines, outingFen, otherFen } = facts
  const empty = partLines.length + labourLines.length === 0 && outingFen + otherFen === 0
  return [...stopIf(empty, 'claim.noLines', 'partLines'), ...partLineProblems(partLines), ...labourLineProblems(labourLines)]
}

/** D34: hard stop `claimMaxDays` after 完工. */
function ageProblems({ finishedAt, today, claimMaxDays }: ClaimFacts): Problem[] {
  if (finishedAt === null) return [stop('claim.notFinished', 'finishedAt')]
  const days = daysBetween(localDateOf(finishedAt), today)
  return stopIf(days > claimMaxDays, 'claim.tooOld', 'finishedAt', { days, limit: claimMaxDays })
}

function duplicateProblems({ voucherNo, voucherClaimedBy: no, similarJobs }: ClaimFacts): Problem[] {
  const used = no === null ? [] : [stop('order.voucherUsed', 'voucher', { no, voucherNo: voucherNo ?? '' })]
  return [...used, ...similarJobProblems(similarJobs)]
}

const rules: Readonly<Record<ClaimRule, (facts: ClaimFacts) => Problem[]>> = {
  eligibility: eligibilityProblems,
  voucher: voucherProblems,
  texts: missingTexts,
  textQuality: poorTexts,
  lines: lineProblems,
  oldParts: oldPartProblems,
  takeAway: ({ takesOldParts, partLines }) => takeAwayProblems(takesOldParts, partLines),
  amounts: amountProblems,
  dates: dateProblems,
  mileage: (facts) => mileageProblems(facts, true),
  photos: ({ photos, photosRequired: required, photosMissing }) => [
    ...stopIf(photos < required, 'claim.photosMissing', 'attachments', { photos, required }),
    ...photosMissing.map((kind) => stop('claim.photoKindMissing', `attachments.${kind}`, { kind: attachmentKind[kind] })),
  ],
  age: ageProblems,
  duplicate: duplicateProblems,
}

/** Every rule with its outcome, passed ones too: the screen shows ✓ ! × per rule. */
export function claimFindings(facts: ClaimFacts): ClaimFinding[] {
  return (Object.keys(claimRule) as ClaimRule[]).map((rule) => {
    const problems = rules[rule](facts)
    const stopped = stopsOf(problems).length > 0
    return { rule, ok: !stopped, level: stopped ? 'stop' : problems.length > 0 ? 'warn' : 'pass', problems }
  })
}

/** The findings that keep a claim out of the pool or the batch, and the warnings, in the order of the rules. */
export function claimProblems(facts: ClaimFacts): Problem[] {
  return claimFindings(facts).flatMap(({ problems }) => problems)
}
