import { api } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { scales, useAppearance, type Appearance } from '../../theme/appearance.ts'
import { Views } from '../../ui/Choices.tsx'
import { Section } from '../../ui/Page.tsx'

/** Language, colours, spacing and size; kept with the person. */
export function AppearancePart() {
  const text = useText('settings')
  const { appearance, change } = useAppearance()
  const choose = (part: Partial<Appearance>) => {
    change(part)
    // A seat without connection still changes its own look.
    api.session.preference({ key: 'appearance', value: JSON.stringify({ ...appearance, ...part }) }).catch(() => undefined)
  }
  return (
    <Section id="appearance" title={text('appearance')} beside={text('appearanceHint')}>
      <div className="settings-looks">
        <span>{text('language')}</span>
        <Views
          label={text('language')}
          value={appearance.language}
          onChange={(language) => choose({ language })}
          views={[
            { value: 'zh', label: text('chinese') },
            { value: 'en', label: text('english') },
          ]}
        />
        <span>{text('theme')}</span>
        <Views
          label={text('theme')}
          value={appearance.mode}
          onChange={(mode) => choose({ mode })}
          views={(['light', 'dark', 'system'] as const).map((value) => ({ value, label: text(value) }))}
        />
        <span>{text('density')}</span>
        <Views
          label={text('density')}
          value={appearance.density}
          onChange={(density) => choose({ density })}
          views={(['comfortable', 'dense'] as const).map((value) => ({ value, label: text(value) }))}
        />
        <span>{text('scale')}</span>
        <Views
          label={text('scale')}
          value={String(appearance.scale)}
          onChange={(scale) => choose({ scale: scales.find((each) => String(each) === scale) ?? 1 })}
          views={scales.map((scale) => ({ value: String(scale), label: `${Math.round(scale * 100)}%` }))}
        />
      </div>
    </Section>
  )
}
