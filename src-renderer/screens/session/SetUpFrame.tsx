import type { ReactNode } from 'react'
import { Mark } from '../../frame/Mark.tsx'
import { useText, type TextKey } from '../../messages/index.ts'
import { useAppearance } from '../../theme/appearance.ts'
import './session.css'
import './set-up.css'

export const setUpSteps = ['station', 'maker', 'people', 'numbers', 'data'] as const
export type SetUpStep = (typeof setUpSteps)[number]

/** What each step gets: the way on, once it is saved, and the buttons beside it. */
export type StepProps = { readonly onDone: () => unknown; readonly foot: ReactNode }

type Props = {
  readonly step: SetUpStep
  /** to a step that was done before; left out while there is no station yet */
  readonly onStep?: (step: SetUpStep) => void
  readonly children: ReactNode
}

const titles = {
  station: 'stepStation',
  maker: 'stepMaker',
  people: 'stepPeople',
  numbers: 'stepNumbers',
  data: 'stepData',
} as const satisfies Record<SetUpStep, TextKey<'session'>>
const hints = {
  station: 'stepStationHint',
  maker: 'stepMakerHint',
  people: 'stepPeopleHint',
  numbers: 'stepNumbersHint',
  data: 'stepDataHint',
} as const satisfies Record<SetUpStep, TextKey<'session'>>

/** The first run: the five steps on the left, the one at hand on the right. */
export function SetUpFrame({ step, onStep, children }: Props) {
  const text = useText('session')
  const frame = useText('frame')
  const { appearance, change } = useAppearance()
  const other = appearance.language === 'zh' ? 'en' : 'zh'
  const at = setUpSteps.indexOf(step)
  return (
    <main className="set-up">
      <aside className="set-up-steps">
        <div className="set-up-mark">
          <Mark />
          <b>{frame('product')}</b>
        </div>
        <ol>
          {setUpSteps.map((each, index) => (
            <li key={each} data-at={index < at ? 'done' : index === at ? 'now' : 'ahead'}>
              <button
                type="button"
                disabled={onStep === undefined || index === at}
                aria-current={index === at ? 'step' : undefined}
                onClick={() => onStep?.(each)}
              >
                <i className="figures" aria-hidden>
                  {index < at ? '✓' : index + 1}
                </i>
                {text(titles[each])}
              </button>
            </li>
          ))}
        </ol>
        <button type="button" className="link-quiet" lang={other === 'en' ? 'en' : 'zh-CN'} onClick={() => change({ language: other })}>
          {frame(other === 'en' ? 'english' : 'chinese')}
        </button>
      </aside>
      <div className="set-up-page">
        <header>
          <h1>{text(titles[step])}</h1>
          <p>{text(hints[step])}</p>
        </header>
        {children}
      </div>
    </main>
  )
}

/** Back, later, on: the same at the foot of every step. */
export function SetUpFoot({ children }: { readonly children: ReactNode }) {
  return <footer className="set-up-foot">{children}</footer>
}
