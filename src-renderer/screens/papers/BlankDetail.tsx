import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { isFilledForm } from '#domain/form-ids'
import { subjectOfForm } from '#domain/number-register'
import { useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { dayTime } from '../../format.ts'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Views } from '../../ui/Choices.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { Table } from '../../ui/Table.tsx'
import { Facts, Tag } from '../../ui/values.tsx'
import { BlankPrint } from './BlankPrint.tsx'
import { EnterDialog, GiveBackDialog } from './BlankDialogs.tsx'
import { PrintLog } from './PrintLog.tsx'
import { kindWords, wayToSubject } from './blank-subject.ts'

type Blank = ApiOutput<'numbers', 'blank'>
type Pack = ApiOutput<'numbers', 'pack'>

const tones = { open: 'now', entered: 'ok', returned: 'stop' } as const

/** A number set aside: its empty sheet, its pack, and 补录 or 退回. */
export function BlankDetail({ id, onPack }: { readonly id: number; readonly onPack: (packId: number) => void }) {
  const { data: blank, error } = useApiQuery('numbers', 'blank', { id })
  const { data: pack } = useApiQuery('numbers', 'pack', { id: blank?.packId ?? 0 }, { enabled: blank !== undefined })
  if (error) return <Notice refusal={error} />
  if (!blank || !pack) return <Loading />
  return <Detail blank={blank} pack={pack} onPack={onPack} />
}

function Detail({ blank, pack, onPack }: { readonly blank: Blank; readonly pack: Pack; readonly onPack: (packId: number) => void }) {
  const text = useText('numbers')
  const [pane, setPane] = useState<'sheet' | 'pack' | 'log'>('sheet')
  const isSheet = pack.purpose === 'reserve' && blank.status === 'open'
  const shown = pane === 'sheet' && !isSheet ? 'pack' : pane
  return (
    <div className="paper-detail">
      <header className="paper-head">
        <b className="figures">{blank.number}</b>
        <Tag tone={tones[blank.status]}>{text(blank.status)}</Tag>
        <span className="spring" />
        <Views
          label={text('sheets')}
          value={shown}
          onChange={setPane}
          views={[
            ...(isSheet ? [{ value: 'sheet' as const, label: text('sheets') }] : []),
            { value: 'pack', label: `${text('packTab')} ${pack.blanks.length}` },
            { value: 'log', label: `${text('log')} ${blank.printCount}` },
          ]}
        />
      </header>
      <Facts
        facts={[
          { label: text('holder'), value: pack.holder },
          { label: text('dueOn'), value: pack.dueOn },
          { label: text('reason'), value: pack.reason },
          { label: text('at'), value: text('prepared', { at: dayTime(pack.createdAt), by: pack.by }) },
        ]}
        columns={2}
      />
      {blank.status === 'open' && <Kept blank={blank} />}
      {blank.status === 'open' && (
        <div className="blank-acts">
          <Acts blank={blank} pack={pack} />
        </div>
      )}
      {shown === 'sheet' && <BlankPrint key={blank.id} ids={[blank.id]} form={blank.form} isAgain={blank.printCount > 0} />}
      {shown === 'pack' && <PackTable pack={pack} current={blank.id} onPack={() => onPack(pack.id)} />}
      {shown === 'log' && <PrintLog prints={blank.prints} />}
    </div>
  )
}

/** The record the number is kept for. */
function Kept({ blank }: { readonly blank: Blank }) {
  const text = useText('numbers')
  const release = useApiCommand('numbers', 'keepFor')
  if (blank.subject === null) return null
  return (
    <>
      <Notice refusal={release.refusal} onClose={release.clear} />
      <Message
        tone="now"
        action={
          <>
            <Link className="link" to={wayToSubject(blank.subject, blank.form)}>
              {text('openRecord')} →
            </Link>
            <Button size="small" kind="quiet" running={release.running} onClick={() => void release.run({ id: blank.id, subject: null })}>
              {text('release')}
            </Button>
          </>
        }
      >
        {text('keptFor', { kind: text(kindWords[blank.subject.kind]) })}
      </Message>
    </>
  )
}

/** 补录 of this one, 退回 of this one or of all that are left of its pack. */
function Acts({ blank, pack }: { readonly blank: Blank; readonly pack: Pack }) {
  const text = useText('numbers')
  const navigate = useNavigate()
  const [mayFill, mayVoid] = [useMay('fillForm'), useMay('voidPaper')]
  const [asking, setAsking] = useState<'enter' | 'one' | 'rest' | null>(null)
  const left = pack.blanks.filter(({ status }) => status === 'open')
  if (blank.status !== 'open') return null
  const enter = () => {
    if (blank.subject !== null) void navigate(wayToSubject(blank.subject, blank.form))
    else if (isFilledForm(blank.form)) void navigate(`/forms/${blank.form}/new?maker=${pack.manufacturerId}&blank=${blank.id}`)
    else setAsking('enter')
  }
  return (
    <>
      {mayFill && (
        <Button size="small" onClick={enter}>
          {text('enter')}
        </Button>
      )}
      {mayVoid && (
        <Button size="small" kind="danger" onClick={() => setAsking('one')}>
          {text('giveBack')}
        </Button>
      )}
      {mayVoid && left.length > 1 && (
        <Button size="small" kind="quiet" onClick={() => setAsking('rest')}>
          {text('giveBackPack', { count: left.length })}
        </Button>
      )}
      {asking === 'enter' && <EnterDialog blank={blank} kind={subjectOfForm(blank.form)} onClose={() => setAsking(null)} />}
      {(asking === 'one' || asking === 'rest') && (
        <GiveBackDialog blanks={asking === 'one' ? [blank] : left} onClose={() => setAsking(null)} />
      )}
    </>
  )
}

function PackTable({ pack, current, onPack }: { readonly pack: Pack; readonly current: number; readonly onPack: () => void }) {
  const text = useText('numbers')
  const [printing, setPrinting] = useState(false)
  const open = pack.blanks.filter(({ status }) => status === 'open')
  if (printing)
    return <BlankPrint ids={open.map(({ id }) => id)} form={pack.form} isAgain={open.some(({ printCount }) => printCount > 0)} />
  return (
    <>
      <div className="blank-acts">
        <span className="muted small">{text('packOf', { first: pack.blanks[0]?.number ?? '', count: pack.blanks.length })}</span>
        <span className="spring" />
        {pack.purpose === 'reserve' && open.length > 0 && (
          <Button size="small" onClick={() => setPrinting(true)}>
            {text('printPack', { count: open.length })}
          </Button>
        )}
        <Button size="small" kind="quiet" onClick={onPack}>
          {text('onlyPack')}
        </Button>
      </div>
      <Table
        label={text('sheets')}
        rows={pack.blanks}
        rowKey={({ id }) => id}
        chosenKey={current}
        empty=""
        columns={[
          {
            key: 'number',
            title: text('number'),
            width: 178,
            render: ({ number, paperId }) =>
              paperId === null ? (
                number
              ) : (
                <Link className="link" to={`/papers/${paperId}`}>
                  {number}
                </Link>
              ),
          },
          { key: 'status', title: text('state'), width: 90, render: ({ status }) => <Tag tone={tones[status]}>{text(status)}</Tag> },
          {
            key: 'prints',
            title: text('prints'),
            render: ({ printCount }) => (printCount === 0 ? text('prints0') : text('printed', { count: printCount })),
          },
        ]}
      />
    </>
  )
}
