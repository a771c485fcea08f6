CREATE TABLE "dirty_bucket" (
	"level" text NOT NULL,
	"region" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "housekeeping_run" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "housekeeping_run_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"task" text NOT NULL,
	"subject" text NOT NULL,
	"affected" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "latency_day" (
	"workspace_id" text NOT NULL,
	"server_id" text NOT NULL,
	"region" text NOT NULL,
	"day" timestamp (3) with time zone NOT NULL,
	"phase" text NOT NULL,
	"up" integer DEFAULT 0 NOT NULL,
	"degraded" integer DEFAULT 0 NOT NULL,
	"down" integer DEFAULT 0 NOT NULL,
	"unknown" integer DEFAULT 0 NOT NULL,
	"buckets" smallint[] NOT NULL,
	"counts" integer[] NOT NULL,
	CONSTRAINT "latency_day_workspace_id_server_id_day_region_phase_pk" PRIMARY KEY("workspace_id","server_id","day","region","phase")
);
--> statement-breakpoint
CREATE TABLE "packed_day" (
	"workspace_id" text NOT NULL,
	"server_id" text NOT NULL,
	"day" date NOT NULL,
	"region" text NOT NULL,
	"checks" integer NOT NULL,
	"outcomes" smallint NOT NULL,
	"failures_only" boolean DEFAULT false NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "packed_day_workspace_id_server_id_day_region_pk" PRIMARY KEY("workspace_id","server_id","day","region")
);
--> statement-breakpoint
CREATE TABLE "rollup_5min" (
	"workspace_id" text NOT NULL,
	"server_id" text NOT NULL,
	"region" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"up" integer DEFAULT 0 NOT NULL,
	"degraded" integer DEFAULT 0 NOT NULL,
	"down" integer DEFAULT 0 NOT NULL,
	"unknown" integer DEFAULT 0 NOT NULL,
	"buckets" smallint[] NOT NULL,
	"counts" integer[] NOT NULL,
	CONSTRAINT "rollup_5min_workspace_id_server_id_at_region_pk" PRIMARY KEY("workspace_id","server_id","at","region")
) PARTITION BY RANGE ("at");
--> statement-breakpoint
ALTER TABLE "latency_hour" ADD COLUMN "up" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "latency_hour" ADD COLUMN "degraded" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "latency_hour" ADD COLUMN "down" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "latency_hour" ADD COLUMN "unknown" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "latency_day" ADD CONSTRAINT "latency_day_workspace_id_server_id_server_workspace_id_id_fk" FOREIGN KEY ("workspace_id","server_id") REFERENCES "public"."server"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packed_day" ADD CONSTRAINT "packed_day_workspace_id_server_id_server_workspace_id_id_fk" FOREIGN KEY ("workspace_id","server_id") REFERENCES "public"."server"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dirty_bucket_idx" ON "dirty_bucket" USING btree ("level","at");--> statement-breakpoint
CREATE INDEX "packed_day_day_idx" ON "packed_day" USING btree ("day","failures_only");--> statement-breakpoint
CREATE INDEX "latency_hour_time_idx" ON "latency_hour" USING brin ("hour") WITH (pages_per_range=32,autosummarize=true);--> statement-breakpoint
CREATE INDEX "probe_failure_time_idx" ON "probe_failure" USING brin ("scheduled_at") WITH (pages_per_range=32,autosummarize=true);--> statement-breakpoint
CREATE INDEX "probe_result_time_idx" ON "probe_result" USING brin ("scheduled_at") WITH (pages_per_range=32,autosummarize=true);--> statement-breakpoint
-- Takes what has no day of its own: results that come when theirs is packed, or whose day nobody has made yet.
CREATE TABLE "probe_result_late" PARTITION OF "probe_result" DEFAULT;--> statement-breakpoint
-- It comes compressed. Two rows fill a page; out of line, in pieces of 2 kB, a fifth would be air.
ALTER TABLE "packed_day" ALTER COLUMN "content" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "packed_day" SET (toast_tuple_target = 4080);--> statement-breakpoint
CREATE FUNCTION "mark_five_minutes"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO dirty_bucket (level, region, at)
	SELECT DISTINCT '5min', region, date_bin('5 minutes', scheduled_at, 'epoch') FROM fresh;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "probe_result_dirty" AFTER INSERT ON "probe_result" REFERENCING NEW TABLE AS fresh
	FOR EACH STATEMENT EXECUTE FUNCTION "mark_five_minutes"();--> statement-breakpoint
CREATE FUNCTION "mark_day"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO dirty_bucket (level, region, at)
	SELECT DISTINCT 'day', region, date_trunc('day', hour, 'UTC') FROM fresh;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "latency_hour_inserted" AFTER INSERT ON "latency_hour" REFERENCING NEW TABLE AS fresh
	FOR EACH STATEMENT EXECUTE FUNCTION "mark_day"();--> statement-breakpoint
CREATE TRIGGER "latency_hour_updated" AFTER UPDATE ON "latency_hour" REFERENCING NEW TABLE AS fresh
	FOR EACH STATEMENT EXECUTE FUNCTION "mark_day"();--> statement-breakpoint
-- What was recorded before there were five minutes and days.
INSERT INTO dirty_bucket (level, region, at)
SELECT DISTINCT '5min', region, date_bin('5 minutes', scheduled_at, 'epoch') FROM probe_result;--> statement-breakpoint
INSERT INTO dirty_bucket (level, region, at)
SELECT DISTINCT 'day', region, date_trunc('day', hour, 'UTC') FROM latency_hour;
