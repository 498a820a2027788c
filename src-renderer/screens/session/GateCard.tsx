import type { ReactNode } from 'react'
import { Mark } from '../../frame/Mark.tsx'
import { useText } from '../../messages/index.ts'
import { useAppearance } from '../../theme/appearance.ts'
import './session.css'

/** The card that stands before the program: pairing, first run, sign-in. */
export function GateCard({
  title,
  hint,
  foot,
  wide = false,
  children,
}: {
  readonly title: string
  readonly hint: string
  readonly foot?: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  const text = useText('frame')
  const { appearance, change } = useAppearance()
  const other = appearance.language === 'zh' ? 'en' : 'zh'
  return (
    <main className="gate">
      <div className="gate-card" data-wide={wide}>
        <header className="gate-head">
          <Mark />
          <div>
            <h1>{title}</h1>
            <p>{hint}</p>
          </div>
        </header>
        {children}
        <footer className="gate-foot">
          <span>{foot}</span>
          <button type="button" className="link-quiet" lang={other === 'en' ? 'en' : 'zh-CN'} onClick={() => change({ language: other })}>
            {text(other === 'en' ? 'english' : 'chinese')}
          </button>
        </footer>
      </div>
    </main>
  )
}
