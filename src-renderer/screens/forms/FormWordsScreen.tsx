import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { stripeNames, type HideableName } from '#domain/form-words'
import { formIds, type FormId } from '#domain/form-ids'
import { useApiQuery } from '../../api.ts'
import { useBack } from '../../frame/use-back.ts'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { FieldShell } from '../../ui/fields/FieldShell.tsx'
import { TextAreaInput, TextInput, TickInput } from '../../ui/fields/inputs.tsx'
import { SelectInput } from '../../ui/fields/SelectInput.tsx'
import { FieldGrid, Form } from '../../ui/Form.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Page, Section, Toolbar } from '../../ui/Page.tsx'
import { PdfPreview } from '../../ui/PdfPreview.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { areSame, useEditedWords, type StoredWords, type Words } from './use-edited-words.ts'
import { useMaker } from './use-maker.ts'
import './forms.css'

type Copy = Words['copies'][number]

/** `/forms/:form/words`: what this manufacturer's form is called, who gets its copies, who signs; the sample beside it. */
export function FormWordsScreen() {
  const asked = useParams()['form']
  const form = formIds.find((id) => id === asked)
  const text = useText('forms')
  const { maker } = useMaker()
  const { data, error } = useApiQuery(
    'forms',
    'words',
    { manufacturerId: maker?.id ?? 0, form: form ?? 'F16' },
    { enabled: maker !== undefined && form !== undefined },
  )
  if (form === undefined)
    return (
      <Page title={text('title')}>
        <Empty title={text('unknown')} />
      </Page>
    )
  if (maker === undefined || data === undefined)
    return (
      <Page title={text('wordsTitle')}>
        <Notice refusal={error} />
        {error === null && <Loading />}
      </Page>
    )
  return (
    <Editor key={`${form} ${maker.id}`} form={form} manufacturerId={maker.id} makerName={maker.shortName || maker.name} stored={data} />
  )
}

function Editor({
  form,
  manufacturerId,
  makerName,
  stored,
}: {
  readonly form: FormId
  readonly manufacturerId: number
  readonly makerName: string
  readonly stored: StoredWords
}) {
  const text = useText('forms')
  const names = useText('formNames')
  const leave = useBack(`/forms/${form}`)
  const [isLeaving, setLeaving] = useState(false)
  const mayManage = useMay('manageStation')
  const { words, setWords, isDirty, save, keep } = useEditedWords(stored, form, manufacturerId)
  const isOwn = !areSame(words, stored.standard)
  const back = () => (isDirty ? setLeaving(true) : leave())
  useHotkey('Escape', back, names(form))
  useHotkey('Ctrl+S', keep, text('saveWords'), mayManage && isDirty)
  return (
    <Page
      title={text('wordsTitle')}
      onBack={back}
      fill
      beside={
        <span className="muted">
          {form} {names(form)} · {makerName}
        </span>
      }
    >
      <Toolbar
        actions={
          mayManage && (
            <>
              <Button size="small" kind="quiet" disabled={!isOwn} onClick={() => setWords(stored.standard)}>
                {text('toStandard')}
              </Button>
              <Button kind="primary" hotkey="Ctrl+S" disabled={!isDirty} running={save.running} onClick={keep}>
                {text('saveWords')}
              </Button>
            </>
          )
        }
      >
        <span className="muted small">{text('wordsHint', { place: '{serviceDept}' })}</span>
      </Toolbar>
      <Notice refusal={save.refusal} onClose={save.clear} />
      <div className="fill">
        <Form className="fill-form" label={text('wordsTitle')} readOnly={!mayManage} onSubmit={keep}>
          <Texts words={words} standard={stored.standard} hasNote={stored.hasNote} onChange={setWords} />
          <Copies words={words} standard={stored.standard} hideable={stored.hideable} onChange={setWords} />
          <Signatories words={words} standard={stored.standard} onChange={setWords} />
        </Form>
        <aside className="fill-paper">
          <LiveSample form={form} manufacturerId={manufacturerId} words={words} />
        </aside>
      </div>
      <Dialog
        title={text('leaveTitle')}
        open={isLeaving}
        onClose={() => setLeaving(false)}
        act={{ word: text('leave'), run: leave, danger: true }}
      >
        <p>{text('leaveHint')}</p>
      </Dialog>
    </Page>
  )
}

type PartProps = { readonly words: Words; readonly standard: Words; readonly onChange: (words: Words) => void }

function Texts({ words, standard, hasNote, onChange }: PartProps & { readonly hasNote: boolean }) {
  const text = useText('forms')
  const setLine = (at: number, line: string) =>
    onChange({
      ...words,
      title: [0, 1].map((index) => (index === at ? line : (words.title[index] ?? ''))).filter((each, index) => index === 0 || each !== ''),
    })
  return (
    <Section id="texts" title={text('wordsTexts')}>
      <FieldGrid columns={2}>
        {[0, 1].map((at) => (
          <FieldShell
            key={at}
            name={`title.${at}`}
            label={text('titleLine', { line: at + 1 })}
            hint={differs(words.title[at] ?? '', standard.title[at] ?? '')}
          >
            {({ id, disabled }) => (
              <TextInput id={id} disabled={disabled} value={words.title[at] ?? ''} maxLength={60} onChange={(line) => setLine(at, line)} />
            )}
          </FieldShell>
        ))}
        <FieldShell name="code" label={text('wordsCode')} hint={differs(words.code, standard.code)}>
          {({ id, disabled }) => (
            <TextInput id={id} disabled={disabled} value={words.code} maxLength={40} onChange={(code) => onChange({ ...words, code })} />
          )}
        </FieldShell>
        {hasNote && (
          <FieldShell name="note" label={text('wordsNote')} span="all" hint={differs(words.note, standard.note)}>
            {({ id, disabled }) => (
              <TextAreaInput
                id={id}
                disabled={disabled}
                value={words.note}
                maxLength={400}
                rows={2}
                onChange={(note) => onChange({ ...words, note })}
              />
            )}
          </FieldShell>
        )}
      </FieldGrid>
    </Section>
  )
}

/** The form's own text, said where another one is typed. */
function differs(said: string, standard: string): string | undefined {
  return said === standard || standard === '' ? undefined : standard
}

const hideKeys = { money: 'hide.money', parts: 'hide.parts', labour: 'hide.labour', outing: 'hide.outing', counts: 'hide.counts' } as const
const stripeKeys = {
  white: 'stripe.white',
  pink: 'stripe.pink',
  yellow: 'stripe.yellow',
  blue: 'stripe.blue',
  green: 'stripe.green',
} as const

function Copies({ words, standard, hideable, onChange }: PartProps & { readonly hideable: readonly HideableName[] }) {
  const text = useText('forms')
  const set = (at: number, part: Partial<Copy>) =>
    onChange({ ...words, copies: words.copies.map((copy, index) => (index === at ? { ...copy, ...part } : copy)) })
  return (
    <Section id="copies" title={text('wordsCopies')}>
      {words.copies.map((copy, at) => (
        <FieldGrid key={copy.key} columns={3}>
          <FieldShell
            name={`copies.${at}.label`}
            label={text('copyLabel', { copy: at + 1 })}
            span={2}
            hint={differs(copy.label, standard.copies[at]?.label ?? '')}
          >
            {({ id, disabled }) => (
              <TextInput id={id} disabled={disabled} value={copy.label} maxLength={60} onChange={(label) => set(at, { label })} />
            )}
          </FieldShell>
          <FieldShell name={`copies.${at}.stripe`} label={text('copyStripe')}>
            {({ id, disabled }) => (
              <SelectInput
                id={id}
                disabled={disabled}
                value={copy.stripe}
                onChange={(stripe) => {
                  if (stripe !== null) set(at, { stripe })
                }}
                choices={stripeNames.map((value) => ({ value, label: text(stripeKeys[value]) }))}
              />
            )}
          </FieldShell>
          {hideable.length > 0 && (
            <FieldShell name={`copies.${at}.hides`} label={text('copyHides')} span="all">
              {({ id, disabled }) => (
                <span className="copy-hides" id={id}>
                  {hideable.map((name) => (
                    <TickInput
                      key={name}
                      disabled={disabled}
                      value={copy.hides.includes(name)}
                      onChange={(on) => set(at, { hides: hideable.filter((each) => (each === name ? on : copy.hides.includes(each))) })}
                    >
                      {text(hideKeys[name])}
                    </TickInput>
                  ))}
                </span>
              )}
            </FieldShell>
          )}
        </FieldGrid>
      ))}
    </Section>
  )
}

function Signatories({ words, standard, onChange }: PartProps) {
  const text = useText('forms')
  if (words.signatories.length === 0) return null
  return (
    <Section id="signatories" title={text('wordsSign')}>
      <FieldGrid columns={3}>
        {words.signatories.map((title, at) => (
          <FieldShell
            key={standard.signatories[at]}
            name={`signatories.${at}`}
            label={text('signPlace', { place: at + 1 })}
            hint={differs(title, standard.signatories[at] ?? '')}
          >
            {({ id, disabled }) => (
              <TextInput
                id={id}
                disabled={disabled}
                value={title}
                maxLength={40}
                onChange={(next) =>
                  onChange({ ...words, signatories: words.signatories.map((each, index) => (index === at ? next : each)) })
                }
              />
            )}
          </FieldShell>
        ))}
      </FieldGrid>
    </Section>
  )
}

const pause = 600

/** The sample with what is being typed, a moment after the last key. */
function LiveSample({ form, manufacturerId, words }: { readonly form: FormId; readonly manufacturerId: number; readonly words: Words }) {
  const text = useText('forms')
  const [settled, setSettled] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), pause)
    return () => clearTimeout(timer)
  }, [words])
  const { data, error } = useApiQuery('forms', 'sample', { form, manufacturerId, words: settled }, { keepPrevious: true })
  return (
    <>
      <Notice refusal={error} />
      {!data && !error && <Loading />}
      {data && <PdfPreview live fileId={data.fileId} name={`${form} ${text('sample')}.pdf`} copies={data.copies} beside />}
    </>
  )
}
