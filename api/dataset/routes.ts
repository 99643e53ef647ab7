import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { PublicContext } from '../http/context.ts';
import { serveFile, type FileReply } from '../http/serve-file.ts';
import type { Routes } from '../http/serve.ts';
import { datasetRows, scopeOfPerson, scopeOfToken, type DatasetScope } from './actions.ts';
import * as contract from './contract.ts';
import { filesOf } from './files.ts';

export const datasetRoutes: Routes = (app) => {
  serveFile(app)(contract.dataset)(({ query }, context) => fileOf(context, scopeOfPerson(context), query));
  serveFile(app)(contract.openDataset)(({ query }, context) => fileOf(context, scopeOfToken(context), query));
  serveFile(app)(contract.openDatasetAt)(({ query }, context) => fileOf(context, scopeOfToken(context), query));
};

function fileOf(context: PublicContext, scope: DatasetScope, query: contract.DatasetQuery): FileReply {
  const { format, language, year } = query;
  const name = language === 'zh' ? '数据集' : 'dataset';
  return {
    name: `${name}${year === undefined ? '' : `-${year}`}.${format}`,
    contentType: contract.datasetTypes[format],
    // Whether anything changed is not known before it is read.
    tag: randomUUID(),
    content: () => Readable.from(filesOf[format](datasetRows(context, scope, query), language)),
  };
}
