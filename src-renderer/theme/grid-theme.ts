import { themeQuartz, type Theme } from 'ag-grid-community'
import { colours, fontStack, sizesAt, type Density, type Mode } from './tokens.ts'

/** Our tokens as AG Grid's. Colours it would mix by itself (`color-mix`, Chrome 111) are given in full. */
export function gridTheme(mode: Mode, density: Density, scale: number): Theme {
  const colour = colours[mode]
  const size = sizesAt(density, scale)
  return themeQuartz.withParams({
    accentColor: colour.accent, foregroundColor: colour.text, backgroundColor: colour.surface, chromeBackgroundColor: colour.sunken,
    browserColorScheme: mode, fontFamily: fontStack, fontSize: size.small, headerFontSize: size.small, headerFontWeight: 600,
    headerBackgroundColor: colour.sunken, headerTextColor: colour.muted, headerHeight: size.row, rowHeight: size.row,
    cellTextColor: colour.text, dataBackgroundColor: colour.surface, oddRowBackgroundColor: colour.surface, rowHoverColor: colour.hover,
    selectedRowBackgroundColor: colour.selected, borderColor: colour.line, borderWidth: 1, wrapperBorder: false, wrapperBorderRadius: 0,
    rowBorder: { color: colour.line }, columnBorder: false, headerColumnBorder: false, headerColumnResizeHandleColor: colour.lineStrong,
    cellHorizontalPadding: 10, spacing: 6, iconSize: 14, iconColor: colour.muted, subtleTextColor: colour.muted, textColor: colour.text,
    headerCellHoverBackgroundColor: colour.line, headerCellMovingBackgroundColor: colour.line, focusShadow: 'none',
    rangeSelectionBorderColor: colour.accent, rangeSelectionBackgroundColor: colour.selected, rowLoadingSkeletonEffectColor: colour.line,
    menuBackgroundColor: colour.raised, menuTextColor: colour.text, menuBorder: { color: colour.line }, menuShadow: colour.shadow, popupShadow: colour.shadow,
    inputBackgroundColor: colour.surface, inputBorder: { color: colour.lineStrong }, inputFocusBorder: { color: colour.accent }, inputTextColor: colour.text,
    tooltipBackgroundColor: colour.raised, tooltipTextColor: colour.text, invalidColor: colour.stop, checkboxCheckedBackgroundColor: colour.accent,
    checkboxUncheckedBorderColor: colour.lineStrong, cellEditingBorder: { color: colour.accent }, cellEditingShadow: 'none',
  })
}
