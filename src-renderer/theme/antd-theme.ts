import { theme, type ThemeConfig } from 'antd'
import { colours, fontStack, sizesAt, type Density, type Mode } from './tokens.ts'

/** Our tokens as antd's. Everything derived that would need newer CSS is given as a plain colour. */
export function antdTheme(mode: Mode, density: Density, scale: number): ThemeConfig {
  const colour = colours[mode]
  const size = sizesAt(density, scale)
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: fontStack,
      fontSize: size.body,
      fontSizeSM: size.small,
      fontSizeLG: size.section,
      colorPrimary: colour.accent,
      colorPrimaryHover: colour.accentHover,
      colorTextLightSolid: colour.accentText,
      colorLink: colour.accent,
      colorText: colour.text,
      colorTextSecondary: colour.muted,
      colorTextTertiary: colour.muted,
      colorTextDescription: colour.muted,
      colorTextPlaceholder: colour.faint,
      colorTextDisabled: colour.muted,
      colorBgBase: colour.surface,
      colorBgContainer: colour.surface,
      colorBgElevated: colour.raised,
      colorBgLayout: colour.page,
      colorBgContainerDisabled: colour.sunken,
      colorBorder: colour.lineStrong,
      colorBorderDisabled: colour.line,
      colorBorderSecondary: colour.line,
      colorSuccess: colour.ok,
      colorWarning: colour.warn,
      colorError: colour.stop,
      colorInfo: colour.accent,
      colorErrorBg: colour.stopSoft,
      colorWarningBg: colour.warnSoft,
      colorSuccessBg: colour.okSoft,
      colorInfoBg: colour.accentSoft,
      colorBgMask: mode === 'dark' ? 'rgba(0, 0, 0, 0.55)' : 'rgba(16, 24, 40, 0.32)',
      borderRadius: 6,
      borderRadiusSM: 4,
      borderRadiusLG: 8,
      boxShadow: colour.shadow,
      boxShadowSecondary: colour.shadow,
      controlHeight: size.field,
      controlHeightSM: size.row - 4,
      controlHeightLG: size.field + 8,
      controlItemBgActive: colour.selected,
      controlItemBgHover: colour.hover,
      controlOutline: colour.accentSoft,
      controlOutlineWidth: 2,
      motionDurationFast: '0.06s',
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.12s',
      motion: !calm,
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Modal: { titleFontSize: size.section, headerBg: colour.raised, contentBg: colour.raised },
      Segmented: { trackBg: colour.sunken, itemSelectedBg: colour.raised },
      Tooltip: { colorBgSpotlight: mode === 'dark' ? '#343a46' : '#2a303b', colorTextLightSolid: '#ffffff' },
    },
  }
}
