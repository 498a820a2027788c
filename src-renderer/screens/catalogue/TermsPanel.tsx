import { useMemo, useState } from 'react'
import { useApiCommand } from '../../api.ts'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { FieldGrid, Form } from '../../ui/Form.tsx'
import { DateField } from '../../ui/fields/fields.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { RecordFormState, useRecordForm } from '../../ui/record-form.tsx'
import type { Policy } from './policy-form.ts'
import { termsForm, type TermsForm, type TermsRow } from './policy-terms-form.ts'
import { RemoveDialog } from './RemoveDialog.tsx'
import { TermFields } from './TermFields.tsx'

type Props = {
  readonly policy: Policy
  /** `validFrom` null: what the policy began with, only read */
  readonly row: TermsRow
  readonly isNew: boolean
  readonly onSaved: (id: number) => void
  readonly onGone: () => void
}

/** One set of rates and terms: typed while it has settled no order, read afterwards. */
export function TermsPanel({ policy, row, isNew, onSaved, onGone }: Props) {
  const text = useText('catalogue')
  const mayManage = useMay('manageStation')
  const [removing, setRemoving] = useState(false)
  const save = useApiCommand('catalogue', 'savePolicyTerms')
  const { id, revision, validFrom, settled, terms } = row
  const isFirst = validFrom === null
  const stored = useMemo<TermsForm>(
    () => ({ policyId: policy.id, id, revision, validFrom: validFrom ?? policy.validFrom, terms }),
    [policy, id, revision, validFrom, terms],
  )
  const title = isNew ? text('newTerms') : isFirst ? text('firstTerms') : text('termsFrom', { day: validFrom })
  const record = useRecordForm(termsForm, stored, {
    key: `policyTerms:${policy.id}:${isNew ? 'new' : (id ?? 'first')}`,
    title: text('termsDraft', { name: policy.name }),
  })
  const {
    control,
    handleSubmit,
    formState: { isDirty },
  } = record.form
  const readOnly = !mayManage || isFirst || settled > 0
  const submit = handleSubmit(async (typed) => {
    const settle = record.sending()
    const answer = await save.run(typed)
    if (answer === null) return
    if (isNew) record.discard()
    else settle(answer.revision)
    onSaved(answer.id)
  })
  /** cancelled or deleted: what was typed goes with it */
  const leave = () => {
    record.discard()
    onGone()
  }
  return (
    <Form label={title} readOnly={readOnly} problems={save.refusal?.problems ?? []} onSubmit={() => void submit()}>
      <RecordFormState record={record} />
      <Notice refusal={save.refusal} onClose={save.clear} />
      {mayManage && settled > 0 && <Message tone="wait">{text('termsSettled', { count: settled })}</Message>}
      {mayManage && isFirst && <Message tone="wait">{text('termsFirstStay')}</Message>}
      {isNew && <Message tone="now">{text('newTermsHint')}</Message>}
      <Section
        id="terms"
        title={title}
        beside={<span className="mono">{policy.code}</span>}
        actions={
          !readOnly && (
            <>
              {isNew ? (
                <Button kind="quiet" onClick={leave}>
                  {text('cancel')}
                </Button>
              ) : (
                <Button kind="quiet" onClick={() => setRemoving(true)}>
                  {text('remove')}
                </Button>
              )}
              <Button
                kind="primary"
                hotkey="Ctrl+S"
                running={save.running}
                disabled={(!isNew && !isDirty) || record.stale}
                onClick={() => submit()}
              >
                {text('save')}
              </Button>
            </>
          )
        }
      >
        {!isFirst && (
          <FieldGrid>
            <DateField
              control={control}
              name="validFrom"
              label={text('termsValidFrom')}
              hint={text('termsValidFromHint')}
              span={2}
              autoFocus={isNew}
            />
          </FieldGrid>
        )}
        <TermFields control={control} />
      </Section>
      <RemoveDialog
        list="policyTerms"
        record={removing && id !== null ? { id, revision: record.form.getValues('revision') } : null}
        name={title}
        onClose={() => setRemoving(false)}
        onRemoved={leave}
      />
    </Form>
  )
}
