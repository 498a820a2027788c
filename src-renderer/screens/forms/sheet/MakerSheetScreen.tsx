import { useRef, useState } from 'react'
import type { MakerSheet } from '#domain/maker-sheet'
import { useApiCommand, useApiQuery, type ApiOutput } from '../../../api.ts'
import { dayTime } from '../../../format.ts'
import { useBack } from '../../../frame/use-back.ts'
import { useMay } from '../../../frame/session.ts'
import { useText } from '../../../messages/index.ts'
import { atRevision } from '../../../own-changes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { useHotkey } from '../../../ui/hotkeys.ts'
import { Message, Notice } from '../../../ui/Notice.tsx'
import { Page, Section, Toolbar } from '../../../ui/Page.tsx'
import { Loading } from '../../../ui/Progress.tsx'
import { useKeptPicture } from '../use-kept-picture.ts'
import { useMaker } from '../use-maker.ts'
import { BackgroundPane } from './BackgroundPane.tsx'
import { FieldPane } from './FieldPane.tsx'
import { FieldWords, SheetCanvas } from './SheetCanvas.tsx'
import { SheetVersions } from './SheetVersions.tsx'
import { TestedSheet } from './TestedSheet.tsx'
import { withField } from './sheet-fields.ts'
import { useSheetEdits } from './use-sheet-edits.ts'
import '../forms.css'
import './maker-sheet.css'

type Stored = ApiOutput<'makerSheets', 'get'>

/** `/forms/A14/sheet`: a manufacturer's own sheet as a picture, and what is printed where on it. */
export function MakerSheetScreen() {
  const text = useText('makerSheets')
  const { maker } = useMaker()
  const { data, error } = useApiQuery('makerSheets', 'get', { manufacturerId: maker?.id ?? 0 }, { enabled: maker !== undefined })
  if (maker === undefined || data === undefined)
    return (
      <Page title={text('title')}>
        <Notice refusal={error} />
        {error === null && <Loading />}
      </Page>
    )
  return <Editor key={maker.id} manufacturerId={maker.id} makerName={maker.shortName || maker.name} stored={data} />
}

function Editor({
  manufacturerId,
  makerName,
  stored,
}: {
  readonly manufacturerId: number
  readonly makerName: string
  readonly stored: Stored
}) {
  const text = useText('makerSheets')
  const mayEdit = useMay('manageStation')
  const edits = useSheetEdits(stored)
  const { sheet, change, undo, redo, canUndo, canRedo, isDirty } = edits
  const [chosen, setChosen] = useState<string | null>(null)
  const [asking, setAsking] = useState<'test' | 'versions' | 'leave' | null>(null)
  const body = useRef<HTMLDivElement>(null)
  const save = useApiCommand('makerSheets', 'save')
  const address = useKeptPicture(sheet.background?.sha256 ?? null)
  const field = sheet.fields.find(({ id }) => id === chosen)
  const leave = useBack('/forms/A14')
  const back = () => (isDirty ? setAsking('leave') : leave())
  const keep = () => {
    const sent = edits.sending()
    void atRevision(`makerSheet:${manufacturerId}`, edits.version, async (version) => {
      const answer = await save.run({ manufacturerId, version, sheet: sent })
      return answer && { revision: answer.version }
    })
  }
  const focusField = (id: string) => setTimeout(() => body.current?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus())
  const add = () => {
    const { sheet: next, id } = withField(sheet, field ?? sheet.fields.at(-1))
    change(() => next)
    setChosen(id)
    focusField(id)
  }
  const take = (version: MakerSheet) => {
    change(() => version)
    setChosen(null)
    setAsking(null)
  }
  useHotkey('Escape', back, text('title'))
  useHotkey('Ctrl+S', keep, text('save'), mayEdit && isDirty)
  useHotkey('Ctrl+Z', undo, text('undo'), mayEdit && canUndo)
  useHotkey('Ctrl+Y', redo, text('redo'), mayEdit && canRedo)
  return (
    <Page
      title={text('title')}
      onBack={back}
      fill
      beside={
        <span className="muted">
          {makerName} ·{' '}
          {stored.savedAt === null
            ? text('noVersion')
            : text('version', { version: stored.version, by: stored.savedBy, at: dayTime(stored.savedAt) })}
        </span>
      }
    >
      <Toolbar
        actions={
          <>
            {mayEdit && (
              <Button size="small" kind="quiet" disabled={!canUndo} onClick={undo}>
                {text('undo')}
              </Button>
            )}
            {stored.version > 0 && (
              <Button size="small" kind="quiet" onClick={() => setAsking('versions')}>
                {text('versions')}
              </Button>
            )}
            <Button hotkey="Ctrl+P" disabled={sheet.fields.length === 0} onClick={() => setAsking('test')}>
              {text('test')}
            </Button>
            {mayEdit && (
              <Button hotkey="Ctrl+N" onClick={add}>
                {text('add')}
              </Button>
            )}
            {mayEdit && (
              <Button kind="primary" disabled={!isDirty} running={save.running} onClick={keep}>
                {text('save')}
              </Button>
            )}
          </>
        }
      >
        <span className="muted small">{text('hint')}</span>
      </Toolbar>
      {edits.isBehind && (
        <Message
          tone="warn"
          action={
            <>
              <Button size="small" onClick={edits.takeTheirs}>
                {text('takeTheirs')}
              </Button>
              <Button size="small" onClick={edits.keepMine}>
                {text('keepMine')}
              </Button>
            </>
          }
        >
          {text('conflict', { version: stored.version, by: stored.savedBy })}
        </Message>
      )}
      <Notice refusal={save.refusal} onClose={save.clear} />
      <div className="sheet-body" ref={body}>
        <div className="sheet-table">
          <SheetCanvas
            sheet={sheet}
            address={address}
            chosen={chosen}
            mayEdit={mayEdit}
            onChoose={setChosen}
            onChange={change}
            onEdit={() => body.current?.querySelector<HTMLElement>('[data-field="sheet.source"] input')?.focus()}
          />
        </div>
        <Form className="sheet-side" label={text('title')} readOnly={!mayEdit} onSubmit={keep}>
          {field !== undefined && <FieldPane key={field.id} sheet={sheet} field={field} mayEdit={mayEdit} onChange={change} />}
          <Section id="sheet-fields" title={text('fields')} beside={String(sheet.fields.length)}>
            {sheet.fields.length === 0 && <p className="muted">{text('none')}</p>}
            <ol className="sheet-list">
              {sheet.fields.map((each) => (
                <li key={each.id}>
                  <button
                    type="button"
                    className="link"
                    aria-current={each.id === chosen}
                    onClick={() => {
                      setChosen(each.id)
                      focusField(each.id)
                    }}
                  >
                    <FieldWords field={each} />
                  </button>
                </li>
              ))}
            </ol>
          </Section>
          <BackgroundPane sheet={sheet} mayEdit={mayEdit} onChange={change} />
        </Form>
      </div>
      {asking === 'test' && (
        <Dialog title={text('testTitle')} open onClose={() => setAsking(null)} width={900}>
          <TestedSheet manufacturerId={manufacturerId} sheet={sheet} />
        </Dialog>
      )}
      {asking === 'versions' && (
        <SheetVersions manufacturerId={manufacturerId} mayEdit={mayEdit} onTake={take} onClose={() => setAsking(null)} />
      )}
      <Dialog
        title={text('leaveTitle')}
        open={asking === 'leave'}
        onClose={() => setAsking(null)}
        act={{ word: text('leave'), run: leave, danger: true }}
      >
        <p>{text('leaveHint')}</p>
      </Dialog>
    </Page>
  )
}
