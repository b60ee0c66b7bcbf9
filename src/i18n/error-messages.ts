import { defineMessages } from '../cell/text.ts';

/**
 * What a person reads for each `AppError` code: what is wrong, where, and what to do. Arguments are the fields that
 * every error of the code has. Lower case, no full stop, the offender last.
 */
export const errorMessages = defineMessages({
  en: {
    'error.unknown': 'something went wrong: {message}',
    'error.unexpected': 'something went wrong; the notebook is saved, run the cell again: {message}',
    'error.cancelled': 'cancelled',

    'error.sql': 'the database refused the query: {message}',
    'error.sql.empty': 'there is nothing to run: write a query that begins with SELECT',
    'error.sql.many': 'a cell holds one query: take the semicolon out, or use a cell for each',
    'error.sql.not-a-select': 'only queries that read are run here, beginning with SELECT, WITH or FROM: {start}',
    'error.sql.unclosed': 'a bracket or quote has no partner: {text}',
    'error.column.missing': 'no such column: {column}',
    'error.column_missing': 'no such column: {column}',
    'error.table.missing': 'no such table; run the cell that makes it: {table}',
    'error.name.taken': 'a table of the data has this name already; choose another: {name}',
    'error.binding.column': 'the file has lost a column; say anew which column is which: {column}',

    'error.scope.segment': 'the segment in force cannot be read; choose all customers, or make it anew: {name}',

    'error.engine.boot':
      '{reason, select, timeout {the engine did not start within {seconds, number} s; reload the page} other {the engine did not start; reload the page, or use a current Chrome, Edge, Firefox or Safari: {detail}}}',
    'error.engine.lost': 'the engine stopped; your data is kept, run the cell again',
    'error.engine.memory': 'not enough memory for this step; close other tabs, or narrow the data',
    'error.engine.native': 'this engine is an optional package that is not installed; run npm install: {package}',

    'error.cell.unknown': 'this version of the app does not have the analysis; reload the page for the newest: {cell}',
    'error.cell.newer': 'the notebook was made with a newer version of this analysis; reload the page: {cell}',
    'error.cell.params': 'the settings of this analysis are of an old version and cannot be read; set them anew: {alias}',
    'error.cell.contract': 'the analysis {cell} gave something that it did not promise: {errors}',
    'error.chart.refused': 'the drawing asks for what a chart may not do ({reason}): {path}',
    'error.chart.rows': 'more than {limit, number} rows cannot be drawn: {rows, number}',
    'error.chart.warning': 'the drawing is not sound: {message}',

    'error.import.binary': 'this is no text file; export it as CSV, TSV or Parquet: {file}',
    'error.import.empty': 'the file is empty: {file}',
    'error.import.format':
      '{kind, select, xlsx {Excel workbooks are not read yet; save the sheet as CSV} xls {Excel workbooks are not read yet; save the sheet as CSV} other {files of this kind ({kind}) are not read; unpack it or export it as CSV, TSV or Parquet}}: {file}',
    'error.import.line_too_long': 'line {line, number} is too long; a quotation mark may be left open there: {file}',
    'error.import.no_columns': 'no columns found: {file}',
    'error.import.parquet': 'the Parquet file cannot be read; it may be cut short, or encrypted: {file}',
    'error.file.missing': 'file not found: {file}',
    'error.import.unreadable': 'the file can no longer be read; it was moved, changed or deleted, choose it again: {file}',

    'error.link.damaged': 'the link is damaged; it may have been cut short, ask for it again',
    'error.link.newer': 'the link comes from a newer version of the app; reload the page and open it again',
    'error.link.too-large': 'the notebook is too large for a link, in characters: {length, number}',
    'error.notebook.damaged': 'this is no notebook, or it is damaged: {path}',
    'error.notebook.missing': 'the notebook is not in this browser: {id}',
    'error.notebook.name': 'not a name: begin with a letter, then letters, digits and _: {name}',
    'error.notebook.newer': 'the notebook comes from a newer version of the app; reload the page and open it again',
    'error.notebook.too-large': 'the notebook is too large, in characters: {length, number}',
    'error.sample.missing': 'the sample could not be loaded; check the connection and try again: {file}',
    'error.storage.full': 'the browser has no room left; delete notebooks or files, or free space on the disk',
    'error.storage.name': 'the stored file has no valid name',
    'error.storage.unavailable': 'this browser keeps nothing, as in a private window; download the notebook before you close the tab',
  },
  zh: {
    'error.unknown': '出错了：{message}',
    'error.unexpected': '出错了；笔记本已保存，请重新运行此单元：{message}',
    'error.cancelled': '已取消',

    'error.sql': '数据库拒绝了查询：{message}',
    'error.sql.empty': '没有可运行的内容：请写一条以 SELECT 开头的查询',
    'error.sql.many': '一个单元只放一条查询：请去掉分号，或分成多个单元',
    'error.sql.not-a-select': '这里只运行读取数据的查询，以 SELECT、WITH 或 FROM 开头：{start}',
    'error.sql.unclosed': '括号或引号不成对：{text}',
    'error.column.missing': '没有这一列：{column}',
    'error.column_missing': '没有这一列：{column}',
    'error.table.missing': '没有这张表，请先运行生成它的单元：{table}',
    'error.name.taken': '数据中已有同名的表，请换一个名称：{name}',
    'error.binding.column': '文件中缺少此列，请重新指定各列的含义：{column}',

    'error.scope.segment': '当前客户群无法读取，请改为全部客户，或重新建立该客户群：{name}',

    'error.engine.boot':
      '{reason, select, timeout {引擎在 {seconds, number} 秒内没有启动，请刷新页面} other {引擎无法启动，请刷新页面，或使用新版 Chrome、Edge、Firefox 或 Safari：{detail}}}',
    'error.engine.lost': '引擎已停止；数据仍在，请重新运行此单元',
    'error.engine.memory': '内存不足以完成这一步，请关闭其他标签页或缩小数据范围',
    'error.engine.native': '此引擎是可选安装包，尚未安装，请运行 npm install：{package}',

    'error.cell.unknown': '此版本没有这个分析，请刷新页面以获取最新版：{cell}',
    'error.cell.newer': '此笔记本使用了更新版本的分析，请刷新页面：{cell}',
    'error.cell.params': '此分析的设置来自旧版本，无法读取，请重新设置：{alias}',
    'error.cell.contract': '分析 {cell} 的结果与其声明不符：{errors}',
    'error.chart.refused': '此图要求了图表不允许的内容（{reason}）：{path}',
    'error.chart.rows': '超过 {limit, number} 行，无法绘制：{rows, number}',
    'error.chart.warning': '此图的定义有误：{message}',

    'error.import.binary': '这不是文本文件，请导出为 CSV、TSV 或 Parquet：{file}',
    'error.import.empty': '文件为空：{file}',
    'error.import.format':
      '{kind, select, xlsx {暂不支持 Excel 工作簿，请将工作表另存为 CSV} xls {暂不支持 Excel 工作簿，请将工作表另存为 CSV} other {不支持此类文件（{kind}），请解压，或导出为 CSV、TSV 或 Parquet}}：{file}',
    'error.import.line_too_long': '第 {line, number} 行过长，该处可能有未闭合的引号：{file}',
    'error.import.no_columns': '未找到任何列：{file}',
    'error.import.parquet': '无法读取 Parquet 文件，可能不完整或已加密：{file}',
    'error.file.missing': '找不到文件：{file}',
    'error.import.unreadable': '文件已无法读取，可能被移动、修改或删除，请重新选择：{file}',

    'error.link.damaged': '链接已损坏，可能被截断，请重新索取',
    'error.link.newer': '链接来自更新的版本，请刷新页面后再打开',
    'error.link.too-large': '笔记本过大，无法生成链接，字符数：{length, number}',
    'error.notebook.damaged': '这不是笔记本，或已损坏：{path}',
    'error.notebook.missing': '此浏览器中没有这个笔记本：{id}',
    'error.notebook.name': '名称无效：须以字母开头，其后为字母、数字和 _：{name}',
    'error.notebook.newer': '笔记本来自更新的版本，请刷新页面后再打开',
    'error.notebook.too-large': '笔记本过大，字符数：{length, number}',
    'error.sample.missing': '无法加载示例数据，请检查网络后重试：{file}',
    'error.storage.full': '浏览器存储空间已满，请删除笔记本或文件，或清理磁盘',
    'error.storage.name': '存储的文件名无效',
    'error.storage.unavailable': '此浏览器不保存数据（如隐私窗口），请在关闭标签页前下载笔记本',
  },
});
