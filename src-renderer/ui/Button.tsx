import { Button as AntButton, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { shownCombo, useHotkey } from './hotkeys.ts'

type Props = {
  readonly children: ReactNode
  readonly onClick?: () => unknown
  /** primary: one per view; danger: cannot be undone */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly size?: 'small' | 'middle'
  readonly submit?: boolean
  readonly disabled?: boolean
  readonly running?: boolean
  readonly icon?: ReactNode
  /** e.g. `Ctrl+N`: acts as if clicked, and is shown on the button */
  readonly hotkey?: string
  readonly title?: string
  readonly label?: string
  /** has the cursor when the page opens */
  readonly autoFocus?: boolean
  /** Enter in the field before leads to it */
  readonly stop?: boolean
}

const kinds = { primary: { type: 'primary' }, plain: { type: 'default' }, quiet: { type: 'text' }, danger: { danger: true } } as const

/** A verb. */
export function Button({
  children,
  onClick,
  kind = 'plain',
  size = 'middle',
  submit = false,
  disabled = false,
  running = false,
  icon,
  hotkey,
  title,
  label,
  autoFocus = false,
  stop = false,
}: Props) {
  useHotkey(
    hotkey ?? '',
    () => {
      if (!disabled && !running) onClick?.()
    },
    typeof children === 'string' ? children : (label ?? ''),
    hotkey !== undefined,
  )
  const button = (
    <AntButton
      {...kinds[kind]}
      size={size}
      htmlType={submit ? 'submit' : 'button'}
      disabled={disabled}
      loading={running}
      icon={icon}
      aria-label={label}
      autoFocus={autoFocus}
      data-stop={stop ? '' : undefined}
      aria-keyshortcuts={hotkey && shownCombo(hotkey).replace('Ctrl', 'Control')}
      onClick={() => void onClick?.()}
      autoInsertSpace={false}
    >
      {children}
      {hotkey !== undefined && <kbd className="button-key">{shownCombo(hotkey)}</kbd>}
    </AntButton>
  )
  return title === undefined ? button : <Tooltip title={title}>{button}</Tooltip>
}
