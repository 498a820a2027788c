import { useState } from 'react'
import { checkPattern, documentNumber, periodOf } from '#domain/numbering'
import { stopsOf } from '#domain/errors'
import { useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { count, day, today } from '../../format.ts'
import { useMay, useSession } from '../../frame/session.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FieldGrid, Form } from '../../ui/Form.tsx'
import { FieldShell } from '../../ui/fields/FieldShell.tsx'
import { NumberInput, TextInput } from '../../ui/fields/inputs.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { Table } from '../../ui/Table.tsx'
import { Tag } from '../../ui/values.tsx'

type Numbered = ApiOutput<'station', 'numberPatterns'>[number]

/** The places of a pattern as they are written; the sentence around them is itself filled in. */
const asWritten = Object.fromEntries(['station', 'form', 'yyyyMM', 'yyMM', 'yyyy', 'yy', 'MM', 'n4'].map((place) => [place, `{${place}}`]))

/** How each number is made up and where it begins; fixed once the first one was given. */
export function NumbersPart() {
  const text = useText('settings')
  const word = useWord()
  const mayManage = useMay('manageStation')
  const { data, error } = useApiQuery('station', 'numberPatterns', {})
  const [edited, setEdited] = useState<Numbered | null>(null)
  const nameOf = (form: string) => word('numbered', form)
  const edit = (row: Numbered) => {
    if (mayManage && row.lockedAt === null) setEdited(row)
  }
  return (
    <Section id="numbers" title={text('numbers')} beside={text('lockedHint')}>
      <Notice refusal={error} />
      <Table
        label={text('numbers')}
        rows={data ?? []}
        rowKey={({ form }) => form}
        onOpen={edit}
        empty=""
        autoFocus
        columns={[
          { key: 'form', title: text('form'), width: 140, render: ({ form }) => nameOf(form) },
          { key: 'pattern', title: text('pattern'), width: 214, render: ({ pattern }) => <span className="mono">{pattern}</span> },
          { key: 'example', title: text('example'), width: 164, render: ({ example }) => <span className="mono">{example}</span> },
          {
            key: 'last',
            title: text('last'),
            width: 96,
            right: true,
            render: ({ last, opening }) => (
              <>
                {opening > 0 && <span className="faint small">{text('openingOf', { opening: count(opening) })} </span>}
                {count(last)}
              </>
            ),
          },
          {
            key: 'locked',
            title: text('state'),
            width: 140,
            render: ({ lockedAt }) => (
              <Tag tone={lockedAt === null ? 'ok' : 'wait'}>
                {lockedAt === null ? text('open') : text('lockedSince', { day: day(lockedAt) })}
              </Tag>
            ),
          },
          {
            key: 'act',
            title: '',
            width: 96,
            render: (row) =>
              mayManage &&
              row.lockedAt === null && (
                <Button size="small" kind="quiet" onClick={() => edit(row)}>
                  {text('change')}
                </Button>
              ),
          },
        ]}
      />
      {edited !== null && <PatternDialog numbered={edited} name={nameOf(edited.form)} onClose={() => setEdited(null)} />}
    </Section>
  )
}

function PatternDialog({
  numbered: { form, pattern: before, opening: begun },
  name,
  onClose,
}: {
  readonly numbered: Numbered
  readonly name: string
  readonly onClose: () => void
}) {
  const text = useText('settings')
  const { stationCode } = useSession()
  const save = useApiCommand('station', 'saveNumberPattern')
  const [pattern, setPattern] = useState(before)
  const [opening, setOpening] = useState<number | null>(begun)
  const problems = checkPattern(pattern, 'pattern')
  const last = opening ?? 0
  const isGood = stopsOf(problems).length === 0 && last >= 0 && last <= 999_999
  const example = isGood
    ? documentNumber(pattern, { station: stationCode, form, period: periodOf(today(), pattern), sequence: last + 1 })
    : '—'
  const run = async () => {
    if ((await save.run({ form, pattern, opening: last })) !== null) onClose()
  }
  return (
    <Dialog
      title={text('editPattern', { form: name })}
      open
      onClose={onClose}
      refusal={save.refusal}
      act={{ word: text('save'), run, running: save.running, disabled: !isGood }}
      width={600}
    >
      <Form label={text('pattern')} problems={problems}>
        <FieldGrid columns={3}>
          <FieldShell name="opening" label={text('opening')} hint={text('openingHint')}>
            {({ id, status }) => <NumberInput id={id} status={status} value={opening} onChange={setOpening} autoFocus />}
          </FieldShell>
          <FieldShell name="pattern" label={text('pattern')} span={2}>
            {({ id, status }) => <TextInput id={id} status={status} mono value={pattern} onChange={setPattern} maxLength={60} />}
          </FieldShell>
        </FieldGrid>
        <p>
          {text('example')} <b className="mono">{example}</b>
        </p>
        <p className="muted small">{text('patternHint', asWritten)}</p>
      </Form>
    </Dialog>
  )
}
