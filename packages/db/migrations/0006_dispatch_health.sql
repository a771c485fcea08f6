CREATE TABLE "region_5min" (
	"region" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"due" integer NOT NULL,
	"done" integer NOT NULL,
	"skipped" integer NOT NULL,
	"suspect" integer NOT NULL,
	"buckets" smallint[] NOT NULL,
	"counts" integer[] NOT NULL,
	CONSTRAINT "region_5min_region_at_pk" PRIMARY KEY("region","at")
);
--> statement-breakpoint
CREATE TABLE "dispatch_tick" (
	"region" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"due" integer NOT NULL,
	"late_ms" integer NOT NULL,
	CONSTRAINT "dispatch_tick_region_due_at_pk" PRIMARY KEY("region","due_at")
);
--> statement-breakpoint
ALTER TABLE "prober" ADD COLUMN "health" jsonb;