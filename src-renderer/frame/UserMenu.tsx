import { DownOutlined } from '@ant-design/icons'
import { Popover, Segmented } from 'antd'
import { useEffect, useState } from 'react'
import { announce, useApiCommand, useApiQuery } from '../api.ts'
import { useText, useWord, type Language } from '../messages/index.ts'
import { readAppearance, scales, useAppearance } from '../theme/appearance.ts'
import { Button } from '../ui/Button.tsx'
import { appearancePreference, useAppearanceChoice } from './appearance-choice.ts'
import { useMe } from './session.ts'

/** Who is here; language, colours and size, which go with the person to every seat. */
export function UserMenu({ onKeys }: { readonly onKeys: () => void }) {
  const text = useText('frame')
  const word = useWord()
  const me = useMe()
  const [open, setOpen] = useState(false)
  const { appearance, change } = useAppearance()
  const signOut = useApiCommand('session', 'signOut')
  const { data: preferences } = useApiQuery('session', 'preferences', {})
  const kept = preferences?.[appearancePreference]
  useEffect(() => {
    if (kept !== undefined) change(readAppearance(kept))
  }, [kept, change])
  const choose = useAppearanceChoice()
  const leave = async () => {
    setOpen(false)
    if ((await signOut.run({})) !== null) announce(['*'])
  }
  const menu = (
    <div className="user-menu">
      <label className="user-menu-row">
        <span>{text('language')}</span>
        <Segmented
          size="small"
          value={appearance.language}
          onChange={(language: Language) => choose({ language })}
          options={[
            { value: 'zh', label: text('chinese') },
            { value: 'en', label: text('english') },
          ]}
        />
      </label>
      <label className="user-menu-row">
        <span>{text('appearance')}</span>
        <Segmented
          size="small"
          value={appearance.mode}
          onChange={(mode) => choose({ mode })}
          options={(['light', 'dark', 'system'] as const).map((mode) => ({ value: mode, label: text(mode) }))}
        />
      </label>
      <label className="user-menu-row">
        <span>{text('density')}</span>
        <Segmented
          size="small"
          value={appearance.density}
          onChange={(density) => choose({ density })}
          options={(['comfortable', 'dense'] as const).map((density) => ({ value: density, label: text(density) }))}
        />
      </label>
      <label className="user-menu-row">
        <span>{text('size')}</span>
        <Segmented
          size="small"
          value={appearance.scale}
          onChange={(scale) => choose({ scale })}
          options={scales.map((scale) => ({ value: scale, label: `${Math.round(scale * 100)}%` }))}
        />
      </label>
      <div className="user-menu-row">
        <Button
          size="small"
          kind="quiet"
          onClick={() => {
            setOpen(false)
            onKeys()
          }}
        >
          {text('keys')}
        </Button>
        <Button size="small" running={signOut.running} onClick={leave}>
          {text('switchUser')}
        </Button>
      </div>
    </div>
  )
  return (
    <Popover content={menu} trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen}>
      <button type="button" className="user-button" aria-label={text('openMenu', { name: me.name })} aria-expanded={open}>
        <span className="avatar" aria-hidden>
          {[...me.name].at(0)}
        </span>
        {me.name}
        <span className="user-role">{word('role', me.role)}</span>
        <DownOutlined className="faint" aria-hidden />
      </button>
    </Popover>
  )
}
