import { expect, test } from 'vitest';
import {
  findDestructiveCommand,
  findDestructiveWords,
} from '../../../src/knowledge/check/destructive-words.ts';

test.each([
  ['Kill the queries that run for a long time.', 'Kill'],
  ['If that does not help, restore the dump.', 'restore'],
  ['Stop the app and drop the table.', 'drop'],
  ['Try to delete some data:', 'delete'],
  ['Then manually truncate it.', 'truncate'],
  ['Fail the primary database over to the replica.', 'Fail the primary database over'],
  ['Trigger the failover.', 'Trigger the failover'],
  ['Promote the replica.', 'Promote the replica'],
  ['Force-push the branch.', 'Force-push'],
  ['Clear the old queue.', 'Clear the old queue'],
  ['Restore PostgreSQL from S3', 'Restore'],
  ['Remove the lock files.', 'Remove the lock files'],
])('finds destructive words in “%s”', (instruction, words) => {
  expect(findDestructiveWords(instruction)).toBe(words);
});

test.each([
  'Think about the queries that you killed.',
  'Do not delete anything.',
  'Check that nobody dropped the table.',
  'Clear the alert.',
  'Remove the server from the pool.',
  'Flush the log to disk.',
  'Restore the service to its users.',
  'Terminate TLS at the balancer.',
  'Restart the server.',
  'Read how failover works.',
])('finds no destructive words in “%s”', (instruction) => {
  expect(findDestructiveWords(instruction)).toBeUndefined();
});

test.each([
  ['sudo rm -rf /var/lib/x', 'rm -rf'],
  ['rm /tmp/pid', 'rm /tmp/pid'],
  ['kubectl -n prod delete pod api-1', 'kubectl -n prod delete'],
  ['kubectl drain node-1', 'kubectl drain'],
  ['psql -c "DROP TABLE users"', 'DROP TABLE'],
  ['DELETE FROM users;', 'DELETE FROM'],
  ['truncate users', 'truncate users'],
  ['git push origin main --force', 'git push origin main --force'],
  ['git push -f', 'git push -f'],
  ['git reset --hard origin/main', 'git reset --hard'],
  ['kill -9 123', 'kill -9'],
  ['pkill worker', 'pkill'],
  ['redis-cli FLUSHALL', 'redis-cli FLUSHALL'],
  ['aws ec2 terminate-instances --instance-ids i-1', 'aws ec2 terminate'],
  ['heroku pg:reset', 'heroku pg:reset'],
  ['curl -XDELETE localhost:9200/logs', 'curl -XDELETE'],
  ['terraform destroy', 'terraform destroy'],
  ['dd if=a of=/dev/sda', 'dd if=a of=/dev/sda'],
  ['SELECT pg_terminate_backend(1)', 'pg_terminate_backend'],
  ['pg_restore -d app app.dump', 'pg_restore'],
])('finds the destructive part of the command “%s”', (command, part) => {
  expect(findDestructiveCommand(command)).toBe(part);
});

test.each([
  'less /etc/passwd',
  'git push origin main',
  'kubectl get pods',
  'systemctl restart redis',
  'grep kill app.log',
  'docker run --rm app',
  'crm status',
])('finds nothing destructive in the command “%s”', (command) => {
  expect(findDestructiveCommand(command)).toBeUndefined();
});
