-- One row; who writes locks it, so that numbers become visible in their order.
create table store_lock (
  id integer primary key
);
insert into store_lock (id) values (1);

-- One row: the last number and time given to a write, and the number of the last change to any declaration.
create table store_clock (
  id integer primary key,
  seq bigint not null,
  recorded timestamp(6) with time zone not null,
  declared bigint not null
);
insert into store_clock (id, seq, recorded, declared) values (1, 0, timestamp with time zone '1970-01-01 00:00:00+00', 0);

-- A dropped collection keeps its row, because its log is read by its declaration.
create table collections (
  id varchar(60) primary key,
  ordinal bigint not null,
  declaration text not null,
  dropped boolean not null,
  features bigint not null,
  version bigint not null
);

-- Append-only. fid is the seq of the write that created the feature: its place in its collection.
create table revisions (
  seq bigint primary key,
  collection varchar(60) not null,
  feature_id text not null,
  n bigint not null,
  fid bigint not null,
  recorded timestamp(6) with time zone not null,
  operation varchar(7) not null,
  geometry bytea,
  properties text,
  constraint revisions_once unique (collection, feature_id, n)
);
create index revisions_of_feature on revisions (collection, fid, n);
create unique index revisions_in_time on revisions (recorded);

-- Long questions that are being answered, so that any of several services can tell how far one is.
create table jobs (
  id varchar(64) primary key,
  question text not null,
  status varchar(20) not null,
  percent integer not null,
  answer text,
  touched timestamp(6) with time zone not null
);

create table questions (
  answer_id varchar(200) primary key,
  question text not null
);
