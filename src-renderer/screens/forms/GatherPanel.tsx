import { useState } from 'react'
import type { FillSection } from '#domain/form-fill'
import type { FilledFormId } from '#domain/form-ids'
import { applyGathered, backToGathered, countCorrections, unfedFigures, type GatherAsk, type SheetContent } from '#domain/gather/gathered'
import { nameOfPeriod, usualPeriods, type Period } from '#domain/gather/period'
import { gatherPlans, isGathered, usualPeriodOf, type GatherPlan } from '#domain/gather/plans'
import { api, refusalOf, useApiQuery, type ApiOutput } from '../../api.ts'
import { dayTime, today } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { DayInput, TickInput } from '../../ui/fields/inputs.tsx'
import { SelectInput } from '../../ui/fields/SelectInput.tsx'
import { FieldShell } from '../../ui/fields/FieldShell.tsx'
import { FieldGrid } from '../../ui/Form.tsx'
import { jumpToField } from '../../ui/form-context.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import type { Filling } from './use-filling.ts'

type Props = {
  readonly form: FilledFormId
  readonly manufacturerId: number
  readonly sections: readonly FillSection[]
  readonly content: SheetContent
  readonly onChange: Filling['change']
  readonly isOpen: boolean
}

/** 从数据汇总: the days asked for, and the sheet filled with what the records say about them. Nothing on forms that no record feeds. */
export function GatherPanel(props: Props) {
  const { form, content, isOpen } = props
  const text = useText('forms')
  if (!isGathered(form)) return null
  if (isOpen)
    return (
      <Section id="gather" title={text('gather')}>
        <Asking {...props} plan={gatherPlans[form]} />
      </Section>
    )
  return content.gathered === undefined ? null : (
    <Section id="gather" title={text('gather')}>
      <SaidOf {...props} />
    </Section>
  )
}

function usualAsk(plan: GatherPlan): GatherAsk {
  return { ...usualPeriodOf(plan, today()), allMakers: plan.reach === 'all', technicianId: null, model: '', batchId: null }
}

function Asking({ form, manufacturerId, sections, content, onChange, isOpen, plan }: Props & { readonly plan: GatherPlan }) {
  const text = useText('forms')
  const [ask, setAsk] = useState(content.gathered?.ask ?? usualAsk(plan))
  const [running, setRunning] = useState(false)
  const [refusal, setRefusal] = useState<ReturnType<typeof refusalOf> | null>(null)
  const { data: choices } = useApiQuery('forms', 'gatherChoices', { form, manufacturerId })
  const set = (part: Partial<GatherAsk>) => setAsk((before) => ({ ...before, ...part }))
  const gather = async () => {
    setRunning(true)
    setRefusal(null)
    try {
      const gathered = await api.forms.gather({ form, manufacturerId, ask })
      onChange((before) => applyGathered(sections, before, gathered))
    } catch (reason: unknown) {
      setRefusal(refusalOf(reason))
      if (isUnsaid(plan, ask)) jumpToField(`gather.${plan.asks}`)
    }
    setRunning(false)
  }
  return (
    <>
      <FieldGrid>
        {plan.asks !== 'batch' && <PeriodFields plan={plan} ask={ask} onChange={set} />}
        <Subject plan={plan} ask={ask} choices={choices} onChange={set} />
      </FieldGrid>
      <div className="gather-acts">
        <Button size="small" hotkey="Ctrl+G" running={running} onClick={() => void gather()}>
          {text('gatherNow')}
        </Button>
        <SaidOf {...{ form, manufacturerId, sections, content, onChange, isOpen }} />
      </div>
      <Notice refusal={refusal} onClose={() => setRefusal(null)} />
    </>
  )
}

/** Whose work or which batch is meant has not been chosen. */
function isUnsaid({ asks }: GatherPlan, { technicianId, batchId }: GatherAsk): boolean {
  return (asks === 'technician' && technicianId === null) || (asks === 'batch' && batchId === null)
}

const keyOf = ({ from, to }: Period) => `${from} ${to}`

/** A period by its name, or any days. */
function PeriodFields({
  plan,
  ask,
  onChange,
}: {
  readonly plan: GatherPlan
  readonly ask: GatherAsk
  readonly onChange: (part: Partial<GatherAsk>) => void
}) {
  const text = useText('forms')
  const usual = usualPeriods(today(), plan.period)
  const wordsOf = (period: Period) => {
    const { unit, year, nth } = nameOfPeriod(period)
    return unit === 'days' ? `${period.from} – ${period.to}` : text(`period.${unit}`, { year, nth })
  }
  const shown = usual.some((period) => keyOf(period) === keyOf(ask)) ? usual : [ask, ...usual]
  return (
    <>
      <FieldShell name="gather.period" label={text('period')}>
        {(shell) => (
          <SelectInput<string>
            id={shell.id}
            value={keyOf(ask)}
            choices={shown.map((period) => ({ value: keyOf(period), label: wordsOf(period) }))}
            onChange={(key) => {
              const chosen = shown.find((period) => keyOf(period) === key)
              if (chosen !== undefined) onChange({ from: chosen.from, to: chosen.to })
            }}
          />
        )}
      </FieldShell>
      <FieldShell name="gather.from" label={text('periodFrom')}>
        {(shell) => (
          <DayInput
            id={shell.id}
            value={ask.from}
            onChange={(from) => {
              if (from !== null) onChange({ from })
            }}
          />
        )}
      </FieldShell>
      <FieldShell name="gather.to" label={text('periodTo')}>
        {(shell) => (
          <DayInput
            id={shell.id}
            value={ask.to}
            onChange={(to) => {
              if (to !== null) onChange({ to })
            }}
          />
        )}
      </FieldShell>
    </>
  )
}

type SubjectProps = {
  readonly plan: GatherPlan
  readonly ask: GatherAsk
  readonly choices: ApiOutput<'forms', 'gatherChoices'> | undefined
  readonly onChange: (part: Partial<GatherAsk>) => void
}

/** Who or what the form is about, and whose work counts. */
function Subject({ plan, ask, choices, onChange }: SubjectProps) {
  const text = useText('forms')
  return (
    <>
      {plan.asks === 'technician' && (
        <FieldShell name="gather.technician" label={text('technician')}>
          {(shell) => (
            <SelectInput<number>
              id={shell.id}
              value={ask.technicianId}
              choices={(choices?.technicians ?? []).map(({ id, code, name }) => ({ value: id, label: `${name} ${code}` }))}
              onChange={(technicianId) => onChange({ technicianId })}
            />
          )}
        </FieldShell>
      )}
      {plan.asks === 'model' && (
        <FieldShell name="gather.model" label={text('model')}>
          {(shell) => (
            <SelectInput<string>
              id={shell.id}
              empty
              value={ask.model === '' ? null : ask.model}
              placeholder={text('allModels')}
              choices={(choices?.models ?? []).map((model) => ({ value: model, label: model }))}
              onChange={(model) => onChange({ model: model ?? '' })}
            />
          )}
        </FieldShell>
      )}
      {plan.asks === 'batch' && (
        <FieldShell name="gather.batch" label={text('batch')} span={2}>
          {(shell) => (
            <SelectInput<number>
              id={shell.id}
              value={ask.batchId}
              choices={(choices?.batches ?? []).map(({ id, no }) => ({ value: id, label: no }))}
              onChange={(batchId) => onChange({ batchId })}
            />
          )}
        </FieldShell>
      )}
      {(choices?.makers ?? 1) > 1 && plan.asks !== 'batch' && (
        <FieldShell name="gather.reach" label={text('reach')}>
          {(shell) => (
            <TickInput id={shell.id} value={ask.allMakers} onChange={(allMakers) => onChange({ allMakers })}>
              {text('allMakers')}
            </TickInput>
          )}
        </FieldShell>
      )}
    </>
  )
}

/** When and for which days or batch it was gathered, what was corrected since, and which figures no record feeds. */
function SaidOf({ form, sections, content, onChange, isOpen }: Props) {
  const text = useText('forms')
  const { gathered } = content
  const isOfBatch = isGathered(form) && gatherPlans[form].asks === 'batch'
  if (gathered === undefined) return <span className="muted small">{text(isOfBatch ? 'gatherHintBatch' : 'gatherHint')}</span>
  const at = dayTime(gathered.at)
  const corrections = countCorrections(content)
  const unfed = unfedFigures(sections, gathered)
  const found = Object.values(gathered.tables)
  const isEmpty = found.length > 0 && found.every((rows) => rows.length === 0)
  return (
    <div className="gather-said small">
      <output className="figures">
        {isOfBatch
          ? text('gatheredOfBatch', { no: String(gathered.values['batchNo']), at })
          : text('gatheredOf', { from: gathered.ask.from, to: gathered.ask.to, at })}
      </output>
      {isEmpty && <span className="gather-corrected">{text('gatheredNothing')}</span>}
      {corrections > 0 && <span className="gather-corrected">{text('corrections', { count: corrections })}</span>}
      {corrections > 0 && isOpen && (
        <Button size="small" kind="quiet" onClick={() => onChange((before) => backToGathered(sections, before))}>
          {text('backToGathered')}
        </Button>
      )}
      {unfed.length > 0 && <p className="muted">{text('unfed', { labels: unfed.join(text('and')) })}</p>}
    </div>
  )
}
