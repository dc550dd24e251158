import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import BetterSqlite3 from 'better-sqlite3';
import { keepStatements } from '../src/store/sqlite-statements.ts';

describe('statements that are kept', () => {
  let file: BetterSqlite3.Database;
  let kept: ReturnType<typeof keepStatements>;
  beforeEach(() => {
    file = new BetterSqlite3(':memory:');
    kept = keepStatements(file);
    kept.prepare('create table people (name text)').run([]);
  });
  afterEach(() => { file.close(); });

  it('are prepared once', () => {
    const insert = kept.prepare('insert into people (name) values (?)');
    insert.run(['Anna']);
    assert.equal(kept.prepare('insert into people (name) values (?)'), insert);
    insert.run(['Bert']);
    assert.deepEqual(kept.prepare('select name from people').all([]), [{ name: 'Anna' }, { name: 'Bert' }]);
  });

  it('know of a column that was added meanwhile', () => {
    kept.prepare('insert into people (name) values (?)').run(['Anna']);
    assert.deepEqual(kept.prepare('select * from people').all([]), [{ name: 'Anna' }]);
    kept.prepare('alter table people add column age integer').run([]);
    assert.deepEqual(kept.prepare('select * from people').all([]), [{ name: 'Anna', age: null }]);
  });

  it('are so many at most, of which those go that were not used for longest', () => {
    const [used, unused] = [kept.prepare('select 0 as used'), kept.prepare('select 0 as unused')];
    for (let n = 1; n < 500; n += 1) {
      kept.prepare(`select ${n}`);
      kept.prepare('select 0 as used');
    }
    assert.equal(kept.prepare('select 0 as used'), used);
    assert.notEqual(kept.prepare('select 0 as unused'), unused);
  });
});
