import { useState } from 'react'
import { offered } from '#domain/catalogue'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { count, money, recentMonths } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { tookRevision } from '../../own-changes.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { SelectInput } from '../../ui/fields/SelectInput.tsx'
import type { RefusedClaim } from './Refused.tsx'

type Props = {
  readonly manufacturerId: number | null
  readonly period: string | null
  /** ticked in the pool: only these go in; none ticked, all of the month */
  readonly chosen: readonly number[]
  readonly onClose: () => void
  /** `id` null: no claim passed, so there is no batch */
  readonly onBuilt: (id: number | null, refused: readonly RefusedClaim[]) => void
}

/** 建批 for one manufacturer and month, or into the draft they already have; those of the oldest ready claim are proposed. */
export function BuildBatchDialog({ manufacturerId: ofFilter, period: monthOfFilter, chosen, onClose, onBuilt }: Props) {
  const text = useText('claims')
  const build = useApiCommand('batches', 'build')
  const { data: makers } = useApiQuery('catalogue', 'manufacturers', {})
  const [chosenMaker, setMaker] = useState(ofFilter)
  const [chosenMonth, setMonth] = useState(monthOfFilter)
  const claimIds = chosen.length === 0 ? null : [...chosen]
  const { data: found, error } = useApiQuery(
    'batches',
    'buildPreview',
    { manufacturerId: chosenMaker, period: chosenMonth, claimIds },
    { keepPrevious: true },
  )
  // claims of a manufacturer that was retired since are still sent
  const offeredMakers = offered(makers ?? [], found?.makers ?? [])
  const maker = chosenMaker ?? found?.manufacturerId ?? offeredMakers[0]?.id ?? null
  const month = chosenMonth ?? found?.period ?? null
  const months = month === null || recentMonths().includes(month) ? recentMonths() : [...recentMonths(), month]
  const draft = found?.draft ?? null
  const run = async () => {
    if (maker === null || month === null) return
    const built = await build.run({ manufacturerId: maker, period: month, claimIds })
    if (built === null) return
    if (built.id !== null) tookRevision(`batch:${built.id}`, built.revision)
    onBuilt(built.id, built.refused)
  }
  return (
    <Dialog
      title={text(draft === null ? 'buildTitle' : 'putInTitle')}
      open
      onClose={onClose}
      refusal={build.refusal}
      act={{ word: text(draft === null ? 'build' : 'putIn'), run, running: build.running, disabled: maker === null || month === null }}
    >
      <p className="muted">{claimIds === null ? text('buildFor') : text('buildChosen', { count: chosen.length })}</p>
      <div className="build-fields">
        <label>
          <span className="field-label">{text('maker')}</span>
          <SelectInput
            value={maker}
            onChange={setMaker}
            placeholder={text('chooseMaker')}
            choices={offeredMakers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </label>
        <label>
          <span className="field-label">{text('month')}</span>
          <SelectInput value={month} onChange={setMonth} choices={months.map((value) => ({ value, label: value }))} />
        </label>
      </div>
      <Notice refusal={error} />
      {found && (
        <Message tone={found.ready.count > 0 ? 'ok' : 'warn'}>
          <p className="figures">
            {found.ready.count > 0
              ? text('buildReady', { count: found.ready.count, sum: money(found.ready.totalFen) })
              : text('buildNothing')}
          </p>
          {found.unchecked > 0 && <p className="small muted">{text('buildUnchecked', { count: found.unchecked })}</p>}
          {found.late > 0 && <p className="small tone-stop">{text('buildLate', { count: found.late })}</p>}
          {draft !== null && (
            <p className="small figures">{text('intoDraft', { count: count(draft.claims), sum: money(draft.totalFen) })}</p>
          )}
          {found.strays > 0 && <p className="small">{text('buildStrays', { count: found.strays })}</p>}
        </Message>
      )}
    </Dialog>
  )
}
