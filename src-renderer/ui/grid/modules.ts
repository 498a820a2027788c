import {
  CellApiModule, CellStyleModule, ColumnApiModule, CustomEditorModule, EventApiModule, InfiniteRowModelModule, LocaleModule, ModuleRegistry, PinnedRowModule, RenderApiModule, RowApiModule, RowSelectionModule,
  RowStyleModule, ScrollApiModule, TooltipModule,
} from 'ag-grid-community'

// What the grids use of AG Grid; nothing else is loaded.
ModuleRegistry.registerModules([
  CellApiModule, CellStyleModule, ColumnApiModule, CustomEditorModule, EventApiModule, InfiniteRowModelModule, LocaleModule, PinnedRowModule, RenderApiModule, RowApiModule, RowSelectionModule, RowStyleModule,
  ScrollApiModule, TooltipModule,
])
