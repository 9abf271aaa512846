-- What `bench cube` asks of DuckDB, as its best user would: cells as 32-bit integers, one row for
-- each unit and month; numbers of units first, then the five finest cuts from the cells, and the
-- seven coarser ones from those. A statement ends with a semicolon at the end of a line.

-- What each unit has by each month: its cells, ten years to date out of twenty, and the pairs that
-- growth compares. A year to date is there only if no month in which the unit was asked lacks a cell.
create or replace temp table number as
select f.* exclude (first_month),
  {year}
  {pairs}
from fact f
left join fact p on p.unit = f.unit and p.month = f.month - 12
window w as (partition by f.unit, f.month // 12 order by f.month);

create or replace temp table industry_district as
select industry, district, month, sum(columns('^[iynt]\d+$'))::bigint from number group by all;
create or replace temp table industry_size as
select industry, size, month, sum(columns('^[iynt]\d+$'))::bigint from number group by all;
create or replace temp table park as
select park, month, sum(columns('^[iynt]\d+$'))::bigint from number group by all;
create or replace temp table ownership as
select ownership, month, sum(columns('^[iynt]\d+$'))::bigint from number group by all;
create or replace temp table cluster as
select cluster, month, sum(columns('^[iynt]\d+$'))::bigint from number group by all;

create or replace temp table pillar_district as
select pillar, district, month, sum(columns('^[iynt]\d+$'))::bigint
from industry_district join pillars using (industry) group by all;
create or replace temp table pillar_size as
select pillar, size, month, sum(columns('^[iynt]\d+$'))::bigint
from industry_size join pillars using (industry) group by all;
create or replace temp table industry as
select industry, month, sum(columns('^[iynt]\d+$'))::bigint from industry_size group by all;
create or replace temp table pillar as
select pillar, month, sum(columns('^[iynt]\d+$'))::bigint from pillar_size group by all;
create or replace temp table size as
select size, month, sum(columns('^[iynt]\d+$'))::bigint from pillar_size group by all;
create or replace temp table district as
select district, month, sum(columns('^[iynt]\d+$'))::bigint from pillar_district group by all;
create or replace temp table whole as
select month, sum(columns('^[iynt]\d+$'))::bigint from size group by all;

-- The rounded numbers of every cut.
create or replace temp table shown as
{shown}
;
