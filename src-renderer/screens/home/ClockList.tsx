import { Link } from 'react-router'
import { useApiQuery, type ApiOutput } from '../../api.ts'
import { useMe } from '../../frame/session.ts'
import { useSentence, useText } from '../../messages/index.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { StatusTag } from '../../ui/values.tsx'
import { wayTo } from './desk-acts.ts'
import { DueClock } from './DueClock.tsx'

type Task = ApiOutput<'home', 'tasks'>[number]

const order: readonly Task['state'][] = ['overdue', 'dueSoon', 'normal']

/** Every deadline that runs for this person (for the chief: at the station), with the rule that set it. */
export function ClockList() {
  const text = useText('home')
  const say = useSentence()
  const { role } = useMe()
  const { data: tasks, error, refetch } = useApiQuery('home', 'tasks', { mineOnly: role !== 'chief', limit: 200 }, { keepPrevious: true })
  if (error) return <Notice refusal={error} onRetry={() => void refetch()} />
  if (!tasks) return <Loading />
  if (tasks.length === 0) return <Empty title={text('noTasks')} hint={text('noTasksHint')} />
  return order
    .map((state) => ({ state, listed: tasks.filter((task) => task.state === state) }))
    .filter(({ listed }) => listed.length > 0)
    .map(({ state, listed }) => (
      <section key={state} aria-label={text(state)}>
        <h3 className="desk-group">
          <StatusTag table="taskState" code={state} /> <span className="figures">{listed.length}</span>
        </h3>
        <ul>
          {listed.map((task) => (
            <li key={task.id} className="desk-line">
              <Link className="link figures desk-no" to={wayTo({ subject: task.subject, id: task.subjectId })}>
                {task.subjectNo}
              </Link>
              <span className="desk-what" title={say(task.said)}>
                {say(task.said)}
              </span>
              <span className="desk-more">
                <span>{task.rule}</span>
              </span>
              <DueClock dueAt={task.dueAt} state={task.state} />
            </li>
          ))}
        </ul>
      </section>
    ))
}
