import { useMemo, useState } from 'react'
import { offered } from '#domain/catalogue'
import { codesOf, startRule } from '#domain/words'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { today } from '../../format.ts'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { FieldGrid, Form, ReadOnly } from '../../ui/Form.tsx'
import { DateField, NumberField, SelectField, TextField, TickField, WordField } from '../../ui/fields/fields.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { RecordFormState, useRecordForm } from '../../ui/record-form.tsx'
import { policyForm, type PolicyForm, type PolicyMode } from './policy-form.ts'
import { PhotoKinds, PolicyLimits } from './PolicyLimits.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import type { Makers } from './shared-columns.ts'

type Props = {
  readonly mode: PolicyMode
  readonly policy: PolicyForm
  readonly makers: Makers
  readonly onSaved: (id: number) => void
  /** the next version is wanted */
  readonly onVersion: () => void
  readonly onGone: () => void
}

/** One policy. What has judged vehicles keeps its rules and gets a new version; the rest is changed as it stands. */
export function PolicyPanel({ mode, policy, makers, onSaved, onVersion, onGone }: Props) {
  const text = useText('catalogue')
  const mayManage = useMay('manageStation')
  const [removing, setRemoving] = useState(false)
  const save = useApiCommand('catalogue', 'savePolicy')
  const version = useApiCommand('catalogue', 'newPolicyVersion')
  const { data: use } = useApiQuery('catalogue', 'policyUse', { id: policy.id ?? 1 }, { enabled: policy.id !== null })
  const units = mode === 'kept' ? (use?.units ?? 0) : 0
  const stored = useMemo<PolicyForm>(() => (mode === 'version' ? { ...policy, validFrom: today(), validTo: null } : policy), [mode, policy])
  const record = useRecordForm(policyForm, stored, {
    key: `policy:${mode}:${policy.id ?? 0}`,
    title: text('policyDraft', { name: policy.name }),
  })
  const {
    control,
    handleSubmit,
    formState: { isDirty },
  } = record.form
  const refusal = save.refusal ?? version.refusal
  const submit = handleSubmit(async (typed) => {
    const settle = record.sending()
    const answer = mode === 'version' && policy.id !== null ? await version.run({ ...typed, id: policy.id }) : await save.run(typed)
    if (answer === null) return
    if (mode === 'kept') settle(answer.revision)
    else record.discard()
    onSaved(answer.id)
  })
  /** cancelled or deleted: what was typed goes with it */
  const leave = () => {
    record.discard()
    onGone()
  }
  const title = mode === 'new' ? text('newPolicy') : mode === 'version' ? text('versionOf', { name: policy.name }) : policy.name
  return (
    <Form label={title} readOnly={!mayManage} problems={refusal?.problems ?? []} onSubmit={() => void submit()}>
      <RecordFormState record={record} />
      <Notice
        refusal={refusal}
        onClose={() => {
          save.clear()
          version.clear()
        }}
      />
      {units > 0 && mayManage && (
        <Message
          tone="wait"
          action={
            <Button size="small" hotkey="Ctrl+B" onClick={onVersion}>
              {text('newVersion')}
            </Button>
          }
        >
          {text('policyJudged', { count: units })}
        </Message>
      )}
      {mode === 'version' && <Message tone="now">{text('versionHint')}</Message>}
      <Section
        id="policy"
        title={title}
        beside={<span className="mono">{policy.code}</span>}
        actions={
          mayManage && (
            <>
              {mode !== 'kept' && (
                <Button kind="quiet" onClick={leave}>
                  {text('cancel')}
                </Button>
              )}
              {mode === 'kept' && (
                <Button kind="quiet" onClick={() => setRemoving(true)}>
                  {text('remove')}
                </Button>
              )}
              <Button
                kind="primary"
                hotkey="Ctrl+S"
                running={save.running || version.running}
                disabled={(mode === 'kept' && !isDirty) || record.stale}
                onClick={() => submit()}
              >
                {text(mode === 'version' ? 'makeVersion' : 'save')}
              </Button>
            </>
          )
        }
      >
        <FieldGrid columns={4}>
          <TextField
            control={control}
            name="name"
            label={text('policy')}
            maxLength={60}
            span={2}
            autoFocus={mayManage && mode !== 'kept'}
          />
          <ReadOnly when={mode === 'version' || units > 0}>
            <TextField control={control} name="code" label={text('policyCode')} maxLength={40} upperCase mono />
            <SelectField
              control={control}
              name="manufacturerId"
              label={text('maker')}
              choices={offered(makers, policy.manufacturerId).map(({ id, name }) => ({ value: id, label: name }))}
            />
          </ReadOnly>
          <TextField control={control} name="basis" label={text('basis')} maxLength={200} span={2} />
          <ReadOnly when={units > 0}>
            <DateField control={control} name="validFrom" label={text('boughtFrom')} />
          </ReadOnly>
          <DateField control={control} name="validTo" label={text('boughtTo')} hint={text('boughtToHint')} />
        </FieldGrid>
        <ReadOnly when={units > 0}>
          <FieldGrid columns={4}>
            <WordField control={control} name="startRule" label={text('startRule')} table="startRule" codes={codesOf(startRule)} />
            <NumberField control={control} name="commercialUseFactor" label={text('commercialUseFactor')} factor={10} suffix="%" />
            <NumberField control={control} name="partProductionLimitMonths" label={text('partProductionLimit')} suffix={text('months')} />
            <NumberField control={control} name="repeatLimit" label={text('repeatLimit')} />
            <TickField control={control} name="deductRepairDays" label={text('deductRepairDays')} />
            <TickField control={control} name="deductWaitDays" label={text('deductWaitDays')} />
            <TickField control={control} name="holidayShift" label={text('holidayShift')} />
          </FieldGrid>
          <PhotoKinds control={control} readOnly={!mayManage || units > 0} />
        </ReadOnly>
      </Section>
      <PolicyLimits control={control} readOnly={!mayManage || units > 0} problems={refusal?.problems ?? []} />
      <RemoveDialog
        list="policies"
        record={removing && policy.id !== null ? { id: policy.id, revision: record.form.getValues('revision') } : null}
        name={policy.name}
        onClose={() => setRemoving(false)}
        onRemoved={leave}
      />
    </Form>
  )
}
