import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useApiQuery, type ApiOutput } from '../../api.ts'
import { count, dayTime } from '../../format.ts'
import { useSentence, useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Views } from '../../ui/Choices.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { StatusTag } from '../../ui/values.tsx'
import { MoneyLane } from './MoneyLane.tsx'
import './home.css'

type Summary = ApiOutput<'home', 'summary'>
type Task = ApiOutput<'home', 'tasks'>[number]

const dutyWays = { tasks: '/', awaitingParts: '/work-orders?view=awaitingParts', oldPartsLate: '/old-parts', toClaim: '/claims', toReceive: '/claims?view=batches' } as const
const subjectWays: Record<Task['subject'], (id: number) => string> = {
  workOrder: (id) => `/work-orders/${id}`, partsRequest: (id) => `/requests/${id}`, returnedPart: (id) => `/old-parts?part=${id}`,
  claim: (id) => `/claims/${id}`, manifest: (id) => `/manifests/${id}`, batch: (id) => `/batches/${id}`,
}

/** The duties of today and where the money stands; in an empty station the three steps to begin. */
export function HomeScreen() {
  const text = useText('home')
  const { data: summary, error, refetch } = useApiQuery('home', 'summary', {})
  return (
    <Page title={text('title')}>
      <Notice refusal={error} onRetry={() => void refetch()} />
      {!summary && !error && <Loading />}
      {summary && (summary.empty ? <FirstSteps /> : (
        <>
          <Duties duties={summary.duties} />
          <div className="home-columns"><Tasks /><MoneyLane lanes={summary.lanes} /></div>
        </>
      ))}
    </Page>
  )
}

function Duties({ duties }: { readonly duties: Summary['duties'] }) {
  const text = useText('home')
  return (
    <nav className="duties" aria-label={text('duties')}>
      {duties.map(({ duty, count: number, oldest }) => (
        <Link key={duty} className="duty" to={dutyWays[duty]} data-empty={number === 0} data-late={duty === 'oldPartsLate' && number > 0}>
          <span className="duty-name">{text(duty)}</span>
          <span className="duty-count figures">{count(number)}</span>
          <span className="duty-oldest figures">{oldest === null ? '' : text('oldest', { day: oldest })}</span>
        </Link>
      ))}
    </nav>
  )
}

const order: readonly Task['state'][] = ['overdue', 'dueSoon', 'normal']

function Tasks() {
  const text = useText('home')
  const say = useSentence()
  const [whose, setWhose] = useState<'mine' | 'everyone'>('everyone')
  const { data: tasks, error } = useApiQuery('home', 'tasks', { mineOnly: whose === 'mine', limit: 100 }, { keepPrevious: true })
  const groups = order.map((state) => ({ state, tasks: (tasks ?? []).filter((task) => task.state === state) })).filter((group) => group.tasks.length > 0)
  return (
    <Section id="tasks" title={text('today')} beside={tasks && count(tasks.length)} actions={<Views label={text('today')} value={whose} onChange={setWhose} views={[{ value: 'mine', label: text('mine') }, { value: 'everyone', label: text('everyone') }]} />}>
      <Notice refusal={error} />
      {tasks?.length === 0 && <Empty title={text('noTasks')} hint={text('noTasksHint')} />}
      <div className="tasks">
        {groups.map(({ state, tasks: listed }) => (
          <section key={state} aria-label={text(state)}>
            <h3 className="task-group"><StatusTag table="taskState" code={state} /> <span className="figures">{listed.length}</span></h3>
            <ul>
              {listed.map((task) => (
                <li key={task.id} className="task">
                  <Link className="link figures" to={subjectWays[task.subject](task.subjectId)}>{task.subjectNo}</Link>
                  <span className="task-said">{say(task.said)}</span>
                  <span className="task-due figures">{text('due')} {dayTime(task.dueAt)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Section>
  )
}

const steps = [
  { title: 'step1', hint: 'step1Hint', go: 'goSettings', to: '/settings' },
  { title: 'step2', hint: 'step2Hint', go: 'goImport', to: '/import' },
  { title: 'step3', hint: 'step3Hint', go: 'goOrder', to: '/work-orders/new' },
] as const

function FirstSteps() {
  const text = useText('home')
  const navigate = useNavigate()
  return (
    <Section id="first" title={text('emptyTitle')}>
      <ol className="first-steps">
        {steps.map(({ title, hint, go, to }, index) => (
          <li key={title} className="first-step">
            <b><i className="figures">{index + 1}</i>{text(title)}</b>
            <p>{text(hint)}</p>
            <Button kind={index === 2 ? 'primary' : 'plain'} onClick={() => void navigate(to)}>{text(go)}</Button>
          </li>
        ))}
      </ol>
    </Section>
  )
}
