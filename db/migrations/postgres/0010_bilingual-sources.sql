ALTER TABLE "curve" ADD COLUMN "source_en" text;--> statement-breakpoint
ALTER TABLE "rule" ADD COLUMN "source_en" text;