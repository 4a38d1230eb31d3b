/** The key that exists while state is moved to another store. */
export const MOVING = 'moving';

/** Begins a script that changes state: it is refused while state is moved. */
export const UNLESS_MOVING = `
if redis.call('EXISTS', KEYS[1] .. ':${MOVING}') == 1 then
  return redis.error_reply('MOVING state is being moved to another store')
end
`;

/**
 * Commits a transaction: all of its writes, or none if a row is not as it was read. A row is a field of a hash: its revision,
 * its places in sorted sets, and its text, in lines. The revision is the transaction's own id, so that one that is sent again
 * after a lost connection is recognized. After the id, four values for each row: its table, its id, the revision that was read
 * (nothing for none), and what becomes of it: the new row, nothing to delete it, or `=` to leave it as it is.
 */
export const COMMIT = `
${UNLESS_MOVING}
local function lines(row)
  local first = string.find(row, '\\n', 1, true)
  local second = string.find(row, '\\n', first + 1, true)
  return string.sub(row, 1, first - 1), cjson.decode(string.sub(row, first + 1, second - 1))
end
local valid = true
for at = 2, #ARGV, 4 do
  local row = redis.call('HGET', KEYS[1] .. ':' .. ARGV[at], ARGV[at + 1])
  local revision = ''
  if row then revision = lines(row) end
  if revision == ARGV[1] then return 1 end
  if revision ~= ARGV[at + 2] then valid = false end
end
if not valid then return 0 end
for at = 2, #ARGV, 4 do
  local key, id, row = KEYS[1] .. ':' .. ARGV[at], ARGV[at + 1], ARGV[at + 3]
  if row ~= '=' then
    local old = redis.call('HGET', key, id)
    if old then
      local _, places = lines(old)
      for _, place in ipairs(places) do redis.call('ZREM', KEYS[1] .. ':' .. place[1], place[3] or id) end
    end
    if row == '' then
      redis.call('HDEL', key, id)
    else
      local _, places = lines(row)
      redis.call('HSET', key, id, row)
      for _, place in ipairs(places) do redis.call('ZADD', KEYS[1] .. ':' .. place[1], place[2], place[3] or id) end
    end
  end
end
return 1
`;
