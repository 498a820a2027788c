export const attachments = {
  title: '附件', none: '还没有附件。照片、PDF 或视频拖到这里，随索赔批次一起报厂方', open: '打开', remove: '删除', removeTitle: '删除附件 {name}', removeHint: '删除后工单和索赔批次里都不再有这个文件，不能恢复；需要时请重新添加。', addedBy: '添加人', adding: '正在保存附件',
}
