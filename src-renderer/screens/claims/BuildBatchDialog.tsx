import { useState } from 'react'
import { offered } from '#domain/catalogue'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { day, money, recentMonths, today } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Message } from '../../ui/Notice.tsx'
import { SelectInput } from '../../ui/fields/inputs.tsx'
import type { RefusedClaim } from './Refused.tsx'

type Props = {
  readonly manufacturerId: number | null
  readonly period: string | null
  /** ticked in the pool: only these go in; none ticked, all of the month */
  readonly chosen: readonly { readonly id: number }[]
  readonly onClose: () => void
  /** `id` null: no claim passed, so there is no batch */
  readonly onBuilt: (id: number | null, refused: readonly RefusedClaim[]) => void
}

/** 建批 for one manufacturer and month; the month of the oldest ready claim is proposed. */
export function BuildBatchDialog({ manufacturerId: ofFilter, period: monthOfFilter, chosen, onClose, onBuilt }: Props) {
  const text = useText('claims')
  const build = useApiCommand('batches', 'build')
  const { data: makers } = useApiQuery('catalogue', 'manufacturers', {})
  const { data: waiting } = useApiQuery('claims', 'list', {
    offset: 0, limit: 500, sort: [{ column: 'finishedAt', direction: 'asc' }], text: '', filter: { statuses: ['ready', 'draft', 'sentBack'], manufacturerId: null, period: null, batchId: 'none' },
  })
  const [chosenMaker, setMaker] = useState(ofFilter)
  const [chosenMonth, setMonth] = useState(monthOfFilter)
  const wanted = new Set(chosen.map(({ id }) => id))
  const loose = (waiting?.rows ?? []).filter(({ id }) => wanted.size === 0 || wanted.has(id))
  // claims of a manufacturer that was retired since are still sent
  const offeredMakers = offered(makers ?? [], loose.map(({ manufacturerId }) => manufacturerId))
  const oldest = loose.find(({ status }) => status === 'ready')
  const maker = chosenMaker ?? oldest?.manufacturerId ?? offeredMakers[0]?.id ?? null
  const month = chosenMonth ?? (oldest ? day(oldest.finishedAt).slice(0, 7) : today().slice(0, 7))
  const ofMonth = loose.filter((claim) => claim.manufacturerId === maker && day(claim.finishedAt).startsWith(month))
  const ready = ofMonth.filter(({ status }) => status === 'ready')
  const unchecked = ofMonth.length - ready.length
  const months = recentMonths().includes(month) ? recentMonths() : [...recentMonths(), month]
  const run = async () => {
    if (maker === null) return
    const built = await build.run({ manufacturerId: maker, period: month, claimIds: wanted.size === 0 ? null : [...wanted] })
    if (built !== null) onBuilt(built.id, built.refused.map((claim) => ({ ...claim, workOrderId: loose.find(({ id }) => id === claim.id)?.workOrderId ?? null })))
  }
  return (
    <Dialog title={text('buildTitle')} open onClose={onClose} refusal={build.refusal} act={{ word: text('build'), run, running: build.running, disabled: maker === null }}>
      <p className="muted">{wanted.size === 0 ? text('buildFor') : text('buildChosen', { count: wanted.size })}</p>
      <div className="build-fields">
        <label><span className="field-label">{text('maker')}</span><SelectInput value={maker} onChange={setMaker} placeholder={text('chooseMaker')} choices={offeredMakers.map(({ id, name }) => ({ value: id, label: name }))} /></label>
        <label><span className="field-label">{text('month')}</span><SelectInput value={month} onChange={setMonth} choices={months.map((value) => ({ value, label: value }))} /></label>
      </div>
      <Message tone={ready.length > 0 ? 'ok' : 'warn'}>
        <p className="figures">{ready.length > 0 ? text('buildReady', { count: ready.length, sum: money(ready.reduce((sum, { totalFen }) => sum + totalFen, 0)) }) : text('buildNothing')}</p>
        {unchecked > 0 && <p className="small muted">{text('buildUnchecked', { count: unchecked })}</p>}
      </Message>
    </Dialog>
  )
}
